/**
 * A WebSocket chat server with one handler that breaks the rule: it blocks its event loop.
 *
 * <p>Everything runs on the loops {@code chat-worker-N}; {@code chat-boss-1} accepts. Listens on
 * loopback only. Uses {@code program}, {@code journal} and Netty.
 */
@NullMarked
package dev.loopscope.samples.chat;

import org.jspecify.annotations.NullMarked;
