/**
 * The tasks tab: the runs of the visible stretch of time as a table.
 *
 * <p>The view model is confined to the FX thread and free of the toolkit; rows are computed in the
 * background.
 */
@NullMarked
package dev.loopscope.dashboard.ui.tasks;

import org.jspecify.annotations.NullMarked;
