/**
 * Questions about a session that its store does not answer by itself: loop lag, flows, statistics
 * by task type.
 *
 * <p>Pure functions over {@code store}; any thread but the FX thread, since they cost time by the
 * runs they look at. Uses {@code store} and {@code dev.loopscope.protocol}; never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.analysis;

import org.jspecify.annotations.NullMarked;
