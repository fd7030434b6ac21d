/**
 * The coverage tab: which points are instrumented, which fired, and what is therefore not seen.
 *
 * <p>The view model is confined to the FX thread and free of the toolkit.
 */
@NullMarked
package dev.loopscope.dashboard.ui.coverage;

import org.jspecify.annotations.NullMarked;
