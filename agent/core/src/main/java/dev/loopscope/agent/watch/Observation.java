package dev.loopscope.agent.watch;

import dev.loopscope.agent.watch.system.SystemView;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Stall;

/**
 * One sample of a blocked run.
 *
 * @param reading what the thread had used by then
 * @param sample what the JVM saw
 * @param system what the operating system saw, right before
 * @param stack its stack, numbered
 * @param cause what it says about why the thread does not get on
 */
record Observation(
    Reading reading, ThreadSample sample, SystemView system, Stack stack, SampleCause cause) {

  Observation(Reading reading, ThreadSample sample, SystemView system, Stack stack) {
    this(reading, sample, system, stack, SampleCause.of(sample, system));
  }

  boolean saysTheSameAs(Observation other) {
    return stack.id() == other.stack.id()
        && cause.cause() == other.cause.cause()
        && isWoken() == other.isWoken();
  }

  Sampler.Seen seen() {
    return new Sampler.Seen(reading, sample, system);
  }

  long atNanos() {
    return reading.atNanos();
  }

  /** Whether it looks as if it waited, but could run if it had a processor. */
  boolean isWoken() {
    return system.isReady()
        && switch (sample.state()) {
          case WAITING, TIMED_WAITING, BLOCKED -> true;
          case NEW, RUNNABLE, TERMINATED -> false;
        };
  }

  Stall.Sample toFrame() {
    return new Stall.Sample(atNanos(), stack.id(), sample.state());
  }
}
