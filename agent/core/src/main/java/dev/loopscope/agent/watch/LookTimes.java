package dev.loopscope.agent.watch;

import java.util.Arrays;
import java.util.List;

/**
 * When each loop is to be looked at next, so that waking for one of them does not cost a look at
 * all. For the watcher's thread.
 */
final class LookTimes {
  private List<? extends WatchedLoop> loops = List.of();
  private long[] due = {};

  /** The loops there are now; when they are others than before, all are looked at. */
  @SuppressWarnings("ReferenceEquality") // the list is replaced, never changed
  void follow(List<? extends WatchedLoop> now, long nowNanos) {
    if (now != loops) {
      loops = now;
      due = new long[now.size()];
      Arrays.fill(due, nowNanos);
    }
  }

  boolean isDue(int index, long nowNanos) {
    return due[index] - nowNanos <= 0;
  }

  void next(int index, long atNanos) {
    due[index] = atNanos;
  }

  /** When the first of them is due, {@code latestNanos} at the latest. */
  long earliest(long latestNanos) {
    long earliest = latestNanos;
    for (long at : due) {
      earliest = Math.min(earliest, at);
    }
    return earliest;
  }
}
