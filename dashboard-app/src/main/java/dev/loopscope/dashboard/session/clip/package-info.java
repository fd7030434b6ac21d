/**
 * Clips: the stretch of a live session around an alert, kept as a recording of its own.
 *
 * <p>The session's reader thread decides, a thread of each session writes, any thread reads the
 * list. Uses {@code alert}, {@code store} and {@code dev.loopscope.protocol}; never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.session.clip;

import org.jspecify.annotations.NullMarked;
