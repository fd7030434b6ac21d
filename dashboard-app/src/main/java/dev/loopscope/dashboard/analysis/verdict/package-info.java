/**
 * Why a loop was late, in facts and in the words that the window, alerts and reports share.
 *
 * <p>Pure functions; any thread, but not for every frame of the FX thread: some look at many runs.
 * Uses {@code analysis}, {@code store}, {@code words} and {@code dev.loopscope.protocol}; never
 * JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.analysis.verdict;

import org.jspecify.annotations.NullMarked;
