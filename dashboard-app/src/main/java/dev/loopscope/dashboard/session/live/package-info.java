/**
 * Live sessions: an agent's frames into the store, the rules and the spool, and the ways to open
 * them on this machine.
 *
 * <p>One reader thread a session writes; a second one sends commands, so that nobody waits for a
 * socket. Uses {@code session}, {@code attach}, {@code demo}, {@code store}, {@code alert} and
 * {@code dev.loopscope.protocol}; never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.session.live;

import org.jspecify.annotations.NullMarked;
