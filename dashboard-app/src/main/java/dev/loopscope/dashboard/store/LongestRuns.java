package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Collects runs and keeps the longest when there are more than asked for. */
final class LongestRuns {

  private final int max;
  private final PriorityQueue<Run> kept =
      new PriorityQueue<>(Comparator.comparingLong(Run::durationNanos));
  private long tooShortNanos;

  LongestRuns(long minDurationNanos, int max) {
    this.max = max;
    tooShortNanos = minDurationNanos - 1;
  }

  /** Whether a run of this length would be kept. */
  boolean wants(long durationNanos) {
    return durationNanos > tooShortNanos && max > 0;
  }

  void add(Run run) {
    kept.add(run);
    if (kept.size() > max) {
      kept.remove();
      tooShortNanos = Math.max(tooShortNanos, kept.element().durationNanos());
    }
  }

  List<Run> inTimeOrder() {
    List<Run> runs = new ArrayList<>(kept);
    runs.sort(Comparator.comparingLong(Run::startNanos).thenComparingLong(Run::id));
    return runs;
  }
}
