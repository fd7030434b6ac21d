/**
 * The smallest program worth watching: an HTTP server with one handler that blocks.
 *
 * <p>Runs on {@code http-worker-N}, listens on loopback only. Uses {@code program}, {@code journal}
 * and Netty.
 */
@NullMarked
package dev.loopscope.samples.blocking;

import org.jspecify.annotations.NullMarked;
