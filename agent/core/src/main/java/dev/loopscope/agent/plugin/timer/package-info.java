/**
 * Declares the points of {@code java.util.Timer}. No thread, no state; allowed: the instrument
 * package and the names of hooks.
 */
@NullMarked
package dev.loopscope.agent.plugin.timer;

import org.jspecify.annotations.NullMarked;
