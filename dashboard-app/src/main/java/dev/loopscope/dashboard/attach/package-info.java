/**
 * Finds running JVMs and loads the agent into one of them.
 *
 * <p>Everything here may block for long (another process answers, or does not): never on the FX
 * thread. Uses {@code jdk.attach} and {@code java.base}; never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.attach;

import org.jspecify.annotations.NullMarked;
