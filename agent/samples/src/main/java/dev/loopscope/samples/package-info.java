/**
 * Ordinary programs to watch and to learn from; they know nothing of Loopscope.
 *
 * <p>This package holds only the entry point, which picks a sample by its name. Each sample lives
 * in a package of its own and may use {@code program} (options, lifetime) and {@code journal}
 * (everything a sample prints or logs), Netty and the JDK. The main thread owns what is started
 * here and closes it.
 */
@NullMarked
package dev.loopscope.samples;

import org.jspecify.annotations.NullMarked;
