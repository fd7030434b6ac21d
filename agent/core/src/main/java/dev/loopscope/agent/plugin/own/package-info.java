/**
 * Loops that the watched program wrote itself, as a points file declares them: read strictly, and
 * turned into points like those of any framework.
 *
 * <p>Owning thread: the one that starts the session. Allowed: plugin, instrument, the probe. Loads
 * no class of the application.
 */
@NullMarked
package dev.loopscope.agent.plugin.own;

import org.jspecify.annotations.NullMarked;
