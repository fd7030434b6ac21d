/**
 * Rules and the alerts they raised; a rule is separate from its instances.
 *
 * <p>Rules run on the session's reader thread; any thread may read the log. Uses {@code store},
 * {@code words} and {@code dev.loopscope.protocol}; never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.alert;

import org.jspecify.annotations.NullMarked;
