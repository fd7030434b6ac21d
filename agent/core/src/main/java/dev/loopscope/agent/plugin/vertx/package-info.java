/**
 * Declares the points of Vert.x 4.5 and 5, above those of the Netty beneath it, and tells what its
 * own blocked-thread checker says. No state but that source, which belongs to the drain thread;
 * allowed: the instrument package, the names of hooks, frames and their sink.
 */
@NullMarked
package dev.loopscope.agent.plugin.vertx;

import org.jspecify.annotations.NullMarked;
