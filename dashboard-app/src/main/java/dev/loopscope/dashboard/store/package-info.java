/**
 * Keeps a session in bounded memory and answers by time window and pixels.
 *
 * <p>One writer thread a session; any thread may read through {@link
 * dev.loopscope.dashboard.store.Trace}. Uses {@code dev.loopscope.protocol} and {@code java.base};
 * never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.store;

import org.jspecify.annotations.NullMarked;
