package dev.loopscope.agent.watch;

import java.util.List;

/**
 * A thread at one moment.
 *
 * @param state its state
 * @param frames its stack, innermost frame first
 * @param lock what it waits for, as {@code LockInfo.toString()} names it; empty when nothing
 * @param lockOwner name of the thread that holds the lock; empty when nobody or unknown
 * @param cpuNanos CPU time it has used so far, -1 unknown
 */
record ThreadSample(
    Thread.State state,
    List<StackTraceElement> frames,
    String lock,
    String lockOwner,
    long cpuNanos) {

  ThreadSample {
    frames = List.copyOf(frames);
  }
}
