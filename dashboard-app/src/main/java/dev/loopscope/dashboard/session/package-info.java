/**
 * Sessions: a live one fed by an agent, a replayed one fed by a recording, one interface.
 *
 * <p>Each session owns one reader thread, which alone writes its store. Uses {@code store}, {@code
 * alert} and {@code dev.loopscope.protocol}; never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.session;

import org.jspecify.annotations.NullMarked;
