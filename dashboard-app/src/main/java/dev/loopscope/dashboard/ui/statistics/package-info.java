/**
 * The statistics tab: task types and loops of the visible stretch of time in numbers.
 *
 * <p>The view model is confined to the FX thread and free of the toolkit; numbers are computed in
 * the background.
 */
@NullMarked
package dev.loopscope.dashboard.ui.statistics;

import org.jspecify.annotations.NullMarked;
