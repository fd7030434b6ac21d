/**
 * The timeline: overview, ruler, lanes, lag chart, and how people move in them.
 *
 * <p>All of it lives on the FX thread, which pulls from the trace at most once a pulse; overview,
 * lag chart and flows are computed in the background. Uses {@code ui.timeline.model}, {@code
 * ui.timeline.raster}, {@code ui.common}, {@code store}, {@code alert} and JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.ui.timeline;

import org.jspecify.annotations.NullMarked;
