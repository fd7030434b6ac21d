/**
 * The status bar: rate, losses, our own cost, memory, and whether the session still goes on.
 *
 * <p>The view model is confined to the FX thread and free of the toolkit; it pulls from the trace.
 */
@NullMarked
package dev.loopscope.dashboard.ui.status;

import org.jspecify.annotations.NullMarked;
