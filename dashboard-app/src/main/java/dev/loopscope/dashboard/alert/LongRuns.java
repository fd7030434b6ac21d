package dev.loopscope.dashboard.alert;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The latest runs over the limit of one loop, finished or not: what explains that others waited.
 * Runs of one loop do not overlap.
 */
final class LongRuns {

  private static final int MAX = 64;

  private record LongRun(long id, long fromNanos, long toNanos) {}

  private final Deque<LongRun> runs = new ArrayDeque<>();

  /** A run is over the limit and has not ended yet. */
  void started(long id, long fromNanos) {
    add(new LongRun(id, fromNanos, Long.MAX_VALUE));
  }

  void finished(long id, long fromNanos, long toNanos) {
    add(new LongRun(id, fromNanos, toNanos));
  }

  private void add(LongRun run) {
    boolean ended = false;
    for (LongRun known : runs) {
      ended |= known.id() == run.id() && known.toNanos() != Long.MAX_VALUE;
    }
    if (ended) {
      return;
    }
    runs.removeIf(known -> known.id() == run.id());
    runs.addLast(run);
    if (runs.size() > MAX) {
      runs.removeFirst();
    }
  }

  long nanosWithin(long from, long to) {
    long covered = 0;
    for (LongRun run : runs) {
      covered += Math.max(0, Math.min(run.toNanos(), to) - Math.max(run.fromNanos(), from));
    }
    return covered;
  }
}
