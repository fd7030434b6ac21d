package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState.OpenRun;

/**
 * Paints a lane: at most one cell a pixel, at a cost that depends on the cells.
 *
 * <p>Where few runs lie in the span they are painted themselves. Where there are many, or where
 * they are not kept any more, the buckets are painted that are just finer than a cell. Both give
 * the same busy shares but for rounding; a bucket that lies in two cells gives each its part, and
 * its marks (blocked, failed, …) to both: rather a pixel too wide than not seen.
 *
 * <p>For one thread: the sums are kept from lane to lane, because fresh arrays for each would cost
 * more than painting.
 */
final class LanePainter {

  /**
   * Below this length buckets are too coarse to show single runs, so runs are painted at any price.
   */
  private static final double FINEST_CELL_NANOS = 1L << (BucketPyramid.FINEST_SHIFT - 2);

  private final CellSums sums = new CellSums();

  /** Begins a lane of {@code cells} cells. */
  void begin(TimeSpan span, int cells) {
    sums.begin(span, cells);
  }

  /** What was painted since {@link #begin}. */
  CellSums sums() {
    return sums;
  }

  /** Paints finished runs and groups. */
  void paint(LaneDetail detail, BucketPyramid pyramid, int cells, long limitNanos) {
    TimeSpan span = sums.span();
    long cheap = sums.nanosPerCell() < FINEST_CELL_NANOS ? Long.MAX_VALUE : cells / 2 + 16;
    if (detail.reaches(span.fromNanos())
        && detail.groups.count(span) <= cheap
        && detail.runs.hasAtMost(span, cheap)) {
      detail.runs.forEachRow(span, (chunk, row) -> paint(chunk, row, limitNanos));
      detail.groups.forEach(span, this::paint);
    } else {
      BucketWalk.walk(pyramid, span, sums.nanosPerCell(), sums::addBuckets);
    }
  }

  private boolean paint(RunChunk chunk, int row, long limitNanos) {
    if (chunk.outcome(row) != Ordinals.CANCELLED) {
      long from = chunk.startNanos(row);
      long nanos = chunk.durationNanos(row);
      int flag = RunMarks.ofDuration(nanos, limitNanos);
      sums.spread(from, from + nanos, nanos, chunk.kind(row), chunk.type(row), flag);
      sums.count(from, 0, LaneCells.STARTS);
      sums.count(Math.max(from, from + nanos - 1), 1, RunMarks.ofOutcome(chunk.outcome(row)));
    }
    return true;
  }

  private void paint(Group group) {
    sums.spread(
        group.fromNanos(),
        group.toNanos(),
        group.busyNanos(),
        RunMarks.kind(group),
        RunMarks.mainType(group),
        LaneCells.MERGED);
    sums.count(group.fromNanos(), 0, LaneCells.STARTS);
    sums.count(
        Math.max(group.fromNanos(), group.toNanos() - 1),
        group.count() + group.ioCount(),
        RunMarks.ofFailures(group.failed()));
  }

  /** Paints the run that has not ended, up to {@code now}. */
  void paint(OpenRun open, long now, long limitNanos) {
    long nanos = now - open.startNanos();
    sums.spread(
        open.startNanos(),
        now,
        nanos,
        Ordinals.of(open.kind()),
        open.type(),
        LaneCells.OPEN | RunMarks.ofDuration(nanos, limitNanos));
    sums.count(open.startNanos(), 0, LaneCells.STARTS);
  }

  void finish(LaneCells out) {
    sums.finish(out);
  }
}
