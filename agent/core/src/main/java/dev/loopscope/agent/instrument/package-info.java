/**
 * Weaves hook calls into classes of the watched process: a table of points, one scan over what is
 * loaded, one batch, and one batch back at the end.
 *
 * <p>Owning thread: the one that starts or ends the session; {@link
 * dev.loopscope.agent.instrument.WeavingTransformer} also runs on any thread that loads a class.
 * Allowed: ASM, java.instrument, the probe. Never loads or initialises a class of the application.
 */
@NullMarked
package dev.loopscope.agent.instrument;

import org.jspecify.annotations.NullMarked;
