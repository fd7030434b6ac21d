/**
 * Declares the points of scheduled pools of the JDK. No thread, no state; allowed: the instrument
 * package and the names of hooks.
 */
@NullMarked
package dev.loopscope.agent.plugin.executor;

import org.jspecify.annotations.NullMarked;
