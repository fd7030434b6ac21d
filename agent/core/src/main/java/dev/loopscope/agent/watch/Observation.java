package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Stall;

/**
 * One sample of a blocked run.
 *
 * @param atNanos when it was taken
 * @param sample what was seen
 * @param stack its stack, numbered
 */
record Observation(long atNanos, ThreadSample sample, Stack stack) {

  Stall.Sample toFrame() {
    return new Stall.Sample(atNanos, stack.id(), sample.state());
  }
}
