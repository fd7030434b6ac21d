/**
 * What the operating system knows of the watched threads: whether they wait for a processor, in
 * which call they are, and on which file or peer. Reads files below {@code /proc/self} alone, never
 * runs on a watched thread, and knows nothing of stalls. Where there is no {@code /proc} every
 * answer is "unknown".
 *
 * <p>For the watcher's thread.
 */
@NullMarked
package dev.loopscope.agent.watch.system;

import org.jspecify.annotations.NullMarked;
