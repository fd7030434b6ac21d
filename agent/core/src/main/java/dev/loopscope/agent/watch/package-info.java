/**
 * Notices runs over their limit while they last, samples what they do, and says why; notices pauses
 * of the whole JVM, so that no code is blamed for them.
 *
 * <p>Owned by one thread, {@code loopscope-watch}. It reads the loops' current-run slots and writes
 * nothing the application sees.
 */
@NullMarked
package dev.loopscope.agent.watch;

import org.jspecify.annotations.NullMarked;
