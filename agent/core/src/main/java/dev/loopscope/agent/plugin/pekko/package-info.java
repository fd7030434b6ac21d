/**
 * Declares the points of Pekko's actors, above the JDK's pools that they run in. No thread, no
 * state; allowed: the instrument package and the names of hooks.
 */
@NullMarked
package dev.loopscope.agent.plugin.pekko;

import org.jspecify.annotations.NullMarked;
