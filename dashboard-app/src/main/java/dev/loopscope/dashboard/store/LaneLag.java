package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunColumns;
import org.jspecify.annotations.Nullable;

/**
 * The lag of one loop: from its runs, its groups and the run that has not ended. Guarded by its
 * lane.
 *
 * <p>Of merged runs only the worst queue delay is known. For as long as such a group was busy its
 * lag counts as that delay or its longest run, whichever is longer: often too large, but a group
 * covers at most 5 ms, in which the lag of a loop that lags behind cannot fall by more.
 */
final class LaneLag {

  /** So many runs in a row that were not yet ready end a look-ahead for runs that were. */
  private static final int PATIENCE = 256;

  private static final int RUNS_PER_BUCKET = 64;

  private final LagCurve curve = new LagCurve();
  private final LagHistory history = new LagHistory();

  void add(RunColumns runs, int row) {
    if (runs.outcome(row) != Ordinals.CANCELLED) {
      curve.add(runs.readyNanos(row), runs.endNanos(row), history);
    }
  }

  void add(Group group) {
    curve.settleUntil(group.fromNanos(), history);
    long lag = Math.max(group.worstDelayNanos(), group.longestNanos());
    long from = Math.max(group.fromNanos(), curve.settledUntil());
    long span = Math.max(1, group.toNanos() - group.fromNanos());
    double part = (double) Math.max(0, group.toNanos() - from) / span;
    history.plateau(from, group.toNanos(), Math.round(group.busyNanos() * part), lag);
    curve.settleUntil(group.toNanos(), history);
  }

  /** Fills {@code out} with what is known up to {@code now}. */
  void fill(LagBuckets out, LaneDetail detail, @Nullable OpenRun open, long now) {
    TimeSpan span = out.span();
    boolean few =
        out.bucketNanos() < 1L << LagHistory.FINEST_SHIFT
            && detail.reaches(span.fromNanos())
            && detail.groups.overlapping(span, 1).isEmpty()
            && detail.runs.hasAtMost(span, (long) RUNS_PER_BUCKET * out.size());
    long openFrom = open == null ? now : Math.min(now, open.readyNanos());
    if (few) {
      LagCurve fresh = new LagCurve();
      int[] late = {0};
      TimeSpan from = new TimeSpan(span.fromNanos(), Math.max(span.fromNanos(), now) + 1);
      detail.runs.forEachRow(
          from,
          (chunk, row) -> {
            long ready = chunk.readyNanos(row);
            if (chunk.outcome(row) != Ordinals.CANCELLED) {
              fresh.add(Math.min(ready, chunk.startNanos(row)), chunk.endNanos(row), out);
            }
            late[0] = ready < span.toNanos() ? 0 : late[0] + 1;
            return late[0] < PATIENCE;
          });
      fresh.open(openFrom, out);
      openFrom = Math.max(openFrom, fresh.settledUntil());
    } else {
      history.flush();
      history.addTo(out, curve.settledUntil());
      curve.open(openFrom, out);
      openFrom = Math.max(openFrom, curve.settledUntil());
    }
    if (open != null && openFrom < now) {
      out.fall(openFrom, now, now - openFrom);
    }
  }

  long memoryBytes() {
    return history.memoryBytes() + LagCurve.CAPACITY * 16L;
  }
}
