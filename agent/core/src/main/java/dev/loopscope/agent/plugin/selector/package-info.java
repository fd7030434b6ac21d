/**
 * Declares the points of any loop around a java.nio selector. No thread, no state; allowed: the
 * instrument package and the names of hooks.
 */
@NullMarked
package dev.loopscope.agent.plugin.selector;

import org.jspecify.annotations.NullMarked;
