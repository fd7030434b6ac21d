package dev.loopscope.agent.watch;

import java.util.List;

/**
 * A thread at one moment, as the JVM sees it.
 *
 * @param state its state
 * @param frames its stack, innermost frame first; empty when only the state was asked for
 * @param lock what it waits for, as {@code LockInfo.toString()} names it; empty when nothing
 * @param lockOwnerId {@code Thread.getId()} of the thread that holds the lock, 0 when nobody or
 *     unknown
 * @param lockOwner name of that thread; empty when nobody or unknown
 * @param suspended whether a debugger holds the thread
 * @param cpuNanos CPU time it has used so far, -1 unknown
 */
record ThreadSample(
    Thread.State state,
    List<StackTraceElement> frames,
    String lock,
    long lockOwnerId,
    String lockOwner,
    boolean suspended,
    long cpuNanos) {

  ThreadSample {
    frames = List.copyOf(frames);
  }

  boolean inNativeMethod() {
    return !frames.isEmpty() && frames.get(0).isNativeMethod();
  }

  ThreadSample withFrames(List<StackTraceElement> seen) {
    return new ThreadSample(state, seen, lock, lockOwnerId, lockOwner, suspended, cpuNanos);
  }

  /** Whether the thread waits for the same as in {@code other}. */
  boolean waitsLike(ThreadSample other) {
    return state == other.state && lock.equals(other.lock) && suspended == other.suspended;
  }
}
