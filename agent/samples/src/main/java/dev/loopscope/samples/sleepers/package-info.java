/**
 * One after the other against side by side, on one event loop that is never blocked.
 *
 * <p>The caller's thread submits the sleepers; they run on the loop {@code sleepers-loop-1}. Uses
 * {@code program}, {@code journal} and Netty's executors, no network.
 */
@NullMarked
package dev.loopscope.samples.sleepers;

import org.jspecify.annotations.NullMarked;
