/**
 * Declares the points of the dispatchers of Kotlin's coroutines. No thread, no state; allowed: the
 * instrument package and the names of hooks.
 */
@NullMarked
package dev.loopscope.agent.plugin.coroutines;

import org.jspecify.annotations.NullMarked;
