/**
 * What every sample shares: its options, its lifetime, its event loops.
 *
 * <p>Options are read on the main thread before anything starts. Uses Netty only to make loops;
 * never uses a sample.
 */
@NullMarked
package dev.loopscope.samples.program;

import org.jspecify.annotations.NullMarked;
