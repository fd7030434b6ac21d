/**
 * How durations and places in code are written for people, in sentences, reports and windows alike.
 *
 * <p>Pure functions; any thread. Uses {@code dev.loopscope.protocol} and {@code java.base}; never
 * JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.words;

import org.jspecify.annotations.NullMarked;
