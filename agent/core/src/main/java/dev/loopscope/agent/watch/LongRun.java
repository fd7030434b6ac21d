package dev.loopscope.agent.watch;

import dev.loopscope.protocol.LoopState.OpenRun;

/**
 * A finished run that took longer than its limit, found in a ring.
 *
 * @param loop number of its loop
 * @param run the run
 * @param endNanos when it ended, exactly
 * @param limitNanos the limit it broke
 */
public record LongRun(int loop, OpenRun run, long endNanos, long limitNanos) {}
