/**
 * How an agent and a dashboard convince each other, before the first frame, that both know the same
 * token, without sending it.
 *
 * <p>Called on the thread that opened the connection, never on a watched or an FX thread: it waits
 * for the other side, but never longer than it was told. Uses {@code java.base} and nothing else.
 */
@NullMarked
package dev.loopscope.protocol.handshake;

import org.jspecify.annotations.NullMarked;
