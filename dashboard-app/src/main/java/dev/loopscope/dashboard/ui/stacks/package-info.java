/**
 * The stacks tab: who blocked the loops, added up over all stalls.
 *
 * <p>The view model is confined to the FX thread and free of the toolkit.
 */
@NullMarked
package dev.loopscope.dashboard.ui.stacks;

import org.jspecify.annotations.NullMarked;
