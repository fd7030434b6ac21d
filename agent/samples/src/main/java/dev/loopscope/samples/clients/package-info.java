/**
 * The people in the chat: a thousand quiet connections, of which a few talk now and then.
 *
 * <p>Meant for a process of its own, so that the watched server's loops are not mixed with the
 * clients'. Runs on {@code chat-client-N}; the caller's thread connects. Connects to loopback only
 * and never reconnects. Uses {@code program}, {@code journal} and Netty.
 */
@NullMarked
package dev.loopscope.samples.clients;

import org.jspecify.annotations.NullMarked;
