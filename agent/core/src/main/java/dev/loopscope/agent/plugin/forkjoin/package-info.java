/**
 * Declares the points of the JDK's fork-join pools and of the asynchronous stages that run on them
 * or elsewhere. No thread, no state; allowed: the instrument package and the names of hooks.
 */
@NullMarked
package dev.loopscope.agent.plugin.forkjoin;

import org.jspecify.annotations.NullMarked;
