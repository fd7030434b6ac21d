/**
 * Where frames leave the process: one sink, a socket or a file.
 *
 * <p>Owned by the drain thread; nothing here is called by an instrumented thread. Uses the protocol
 * module and blocking or polled I/O, never a selector: selectors of the process are watched.
 */
@NullMarked
package dev.loopscope.agent.send;

import org.jspecify.annotations.NullMarked;
