/**
 * Details of what is selected: a run's lifecycle with its times, a group, a pause, a gap, a loop.
 *
 * <p>The view model is confined to the FX thread and free of the toolkit.
 */
@NullMarked
package dev.loopscope.dashboard.ui.details;

import org.jspecify.annotations.NullMarked;
