package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one loop. One writer, any reader: each method takes the lock for the
 * little that it does.
 */
final class Lane {

  private static final long RECENT_NANOS = 1_000_000_000L;

  private final int id;
  private final LaneDetail detail = new LaneDetail();
  private final BucketPyramid pyramid = new BucketPyramid();
  private final LaneLag lag = new LaneLag();
  private final BusyHistory totals = new BusyHistory();
  private Loop loop;
  private @Nullable LoopState state;
  private @Nullable OpenRun open;
  private @Nullable Stall stall;
  private long newestEnd = Long.MIN_VALUE;
  private volatile long bytes;
  private volatile long lasting;

  Lane(int id) {
    this.id = id;
    loop = new Loop(id, "loop " + id, "", "", 0, "");
  }

  int id() {
    return id;
  }

  synchronized void define(Loop newest) {
    loop = newest;
  }

  /** Adds finished runs; answers the end of the last. */
  synchronized long addRuns(RunColumns runs, Settings settings) {
    long limit = settings.limitNanos(loop.kind(), loop.name(), loop.group());
    for (int i = 0; i < runs.size(); i++) {
      long from = runs.startNanos(i);
      long to = runs.endNanos(i);
      if (!isTime(from, to)) {
        continue;
      }
      detail.runs.add(runs, i);
      lag.add(runs, i);
      if (runs.outcome(i) != Ordinals.CANCELLED) {
        int flags = RunMarks.ofDuration(to - from, limit);
        int endFlags = RunMarks.ofOutcome(runs.outcome(i));
        pyramid.mark(from, LaneCells.STARTS);
        pyramid.add(from, to, to - from, 1, runs.kind(i), runs.type(i), flags, endFlags);
        ended(runs.id(i), to);
      }
      newestEnd = Math.max(newestEnd, to);
    }
    pyramid.flush();
    account();
    return newestEnd;
  }

  /** Adds merged runs; answers the end of the last. */
  synchronized long addGroups(List<Group> groups) {
    for (Group group : groups) {
      long from = group.fromNanos();
      long to = group.toNanos();
      if (!isTime(from, to)) {
        continue;
      }
      detail.groups.add(group);
      lag.add(group);
      pyramid.mark(from, LaneCells.STARTS);
      pyramid.add(
          from,
          to,
          group.busyNanos(),
          group.count() + group.ioCount(),
          RunMarks.kind(group),
          RunMarks.mainType(group),
          LaneCells.MERGED,
          RunMarks.ofFailures(group.failed()));
      ended(0, to);
      newestEnd = Math.max(newestEnd, to);
    }
    pyramid.flush();
    account();
    return newestEnd;
  }

  /** Damaged data may say anything; times that nobody can have measured are left out. */
  private static boolean isTime(long from, long to) {
    return to >= from && Extent.isTime(from) && Extent.isTime(to);
  }

  /** A loop does one thing at a time: what ended later than the open run began, ended it. */
  private void ended(long runId, long to) {
    OpenRun current = open;
    if (current != null && (current.id() == runId || to > current.startNanos())) {
      open = null;
    }
    Stall last = stall;
    if (last != null && (last.run().id() == runId || to > last.run().startNanos())) {
      stall = null;
    }
  }

  synchronized void setState(LoopState newest) {
    state = newest;
    OpenRun current = newest.current();
    open = current != null && current.startNanos() >= newestEnd ? current : null;
    totals.add(newest.atNanos(), newest.totals());
    account();
  }

  synchronized void setStall(Stall newest) {
    stall = newest.isOpen() && newest.run().startNanos() >= newestEnd ? newest : null;
  }

  synchronized LoopInfo info(TimeSpan known) {
    long now = known.toNanos();
    TimeSpan recent = new TimeSpan(Math.max(known.fromNanos(), now - RECENT_NANOS), now);
    double busy = totals.recent(RECENT_NANOS);
    OpenRun current = open;
    long worst = current == null ? 0 : Math.max(0, now - current.startNanos());
    if (!recent.isEmpty()) {
      LagBuckets buckets = new LagBuckets(recent, 1);
      lag.fill(buckets, detail, current, now);
      LagCounts counts = buckets.get(0);
      worst = Math.max(worst, counts == null ? 0 : counts.maxNanos());
    }
    return new LoopInfo(loop, state, Double.isNaN(busy) ? 0 : busy, worst, stall != null);
  }

  synchronized void paint(LanePainter painter, int cells, Settings settings, long now) {
    long limit = settings.limitNanos(loop.kind(), loop.name(), loop.group());
    painter.paint(detail, pyramid, cells, limit);
    OpenRun current = open;
    if (current != null && current.startNanos() <= now) {
      painter.paint(current, now, limit);
    }
  }

  synchronized LoopSeries series(TimeSpan span, int buckets, TimeSpan known, LanePainter painter) {
    painter.begin(span, buckets);
    paint(painter, buckets, Settings.DEFAULT, known.toNanos());
    LagBuckets lags = new LagBuckets(span, buckets);
    lag.fill(lags, detail, open, known.toNanos());
    return SeriesBuckets.of(lags, painter.sums(), totals, known);
  }

  /** Adds this loop's lag to {@code out}; the run that has not ended counts up to now. */
  synchronized void addLag(LagBuckets out, TimeSpan known) {
    lag.fill(out, detail, open, known.toNanos());
  }

  synchronized List<Run> runs(TimeSpan span, long minDurationNanos, int max) {
    return detail.longest(span, minDurationNanos, max);
  }

  synchronized List<Group> groups(TimeSpan span, int max) {
    return detail.groups.overlapping(span, max);
  }

  /** Takes the lock for a chunk at a time, and not while {@code each} works. */
  void forEachRun(TimeSpan span, ObjLongConsumer<Run> each) {
    for (RunChunk chunk : chunks(span)) {
      for (Run run : runs(chunk, span)) {
        each.accept(run, id);
      }
    }
  }

  private synchronized List<RunChunk> chunks(TimeSpan span) {
    return detail.runs.overlapping(span);
  }

  private synchronized List<Run> runs(RunChunk chunk, TimeSpan span) {
    return RunChunks.runs(chunk, span);
  }

  synchronized @Nullable Run find(long runId) {
    return detail.runs.find(runId);
  }

  synchronized @Nullable OpenRun openRun() {
    return open;
  }

  synchronized @Nullable Run neighbour(long nanos, boolean forward) {
    return detail.runs.neighbour(nanos, forward);
  }

  synchronized TimeSpan detail(TimeSpan known) {
    return detail.span(known);
  }

  synchronized long oldestDetailNanos() {
    return detail.oldestNanos();
  }

  synchronized void dropOldest() {
    detail.dropOldest();
    account();
  }

  /** Makes buckets of the past coarser to give back memory; false when that gives nothing. */
  synchronized boolean tryCoarsen() {
    boolean shortened = pyramid.tryShorten();
    account();
    return shortened;
  }

  private void account() {
    lasting = pyramid.memoryBytes() + lag.memoryBytes() + totals.memoryBytes();
    bytes = detail.memoryBytes() + lasting;
  }

  long memoryBytes() {
    return bytes;
  }

  /** What stays when single runs and groups are dropped. */
  long lastingBytes() {
    return lasting;
  }
}
