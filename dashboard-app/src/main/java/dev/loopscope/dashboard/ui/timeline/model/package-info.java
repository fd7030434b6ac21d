/**
 * What the timeline shows and how one moves in it, without a toolkit: time scale, viewport, rows,
 * search, marks, hits.
 *
 * <p>Mutable models are confined to one thread, in the application the FX thread. Uses {@code
 * store}, {@code ui.common} and {@code dev.loopscope.protocol}; never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.ui.timeline.model;

import org.jspecify.annotations.NullMarked;
