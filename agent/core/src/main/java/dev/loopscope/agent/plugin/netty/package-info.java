/**
 * Declares the points of Netty 4.1 and 4.2. No thread, no state; allowed: the instrument package
 * and the names of hooks.
 */
@NullMarked
package dev.loopscope.agent.plugin.netty;

import org.jspecify.annotations.NullMarked;
