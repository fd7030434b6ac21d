/**
 * The flows tab: chains of runs that one run caused, as a table.
 *
 * <p>The view model is confined to the FX thread and free of the toolkit; rows are computed in the
 * background.
 */
@NullMarked
package dev.loopscope.dashboard.ui.flows;

import org.jspecify.annotations.NullMarked;
