/**
 * Declares the points of virtual threads, and tells what their scheduler does and which were
 * pinned. The sources belong to the drain thread; JFR is started and read on threads of its own,
 * and only once the process has a carrier. {@link
 * dev.loopscope.agent.plugin.virtualthread.PinnedStream} alone knows {@code jdk.jfr}, which may be
 * absent.
 */
@NullMarked
package dev.loopscope.agent.plugin.virtualthread;

import org.jspecify.annotations.NullMarked;
