/**
 * The demo: a sample program in a JVM of its own, for somebody who wants to see Loopscope work.
 *
 * <p>Starts and ends a process, so it may block: never on the FX thread. Uses {@code attach} and
 * {@code java.base}; never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.demo;

import org.jspecify.annotations.NullMarked;
