/**
 * Declares the points of the JDK's thread pools, scheduled pools and futures. No thread; allowed:
 * the instrument package, the probe's hooks and counts, and for the source the frames it sends.
 */
@NullMarked
package dev.loopscope.agent.plugin.executor;

import org.jspecify.annotations.NullMarked;
