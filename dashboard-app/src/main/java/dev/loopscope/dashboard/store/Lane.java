package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Everything that is known of one loop. One writer, any reader: each method takes the lock. */
final class Lane {

  private static final long RECENT_NANOS = 1_000_000_000L;

  private final int id;
  private final RunChunks runs = new RunChunks();
  private final List<GroupBatch.Group> groups = new ArrayList<>();
  private Loop loop;
  private @Nullable LoopState state;
  private @Nullable OpenRun open;
  private @Nullable Stall stall;
  private long newestEnd = Long.MIN_VALUE;

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
  synchronized long addRuns(RunColumns columns) {
    for (int i = 0; i < columns.size(); i++) {
      runs.add(columns, i);
      newestEnd = Math.max(newestEnd, columns.endNanos(i));
      if (open != null && open.id() == columns.id(i)) {
        open = null;
      }
    }
    return newestEnd;
  }

  /** Adds merged runs; answers the end of the last. */
  synchronized long addGroups(List<GroupBatch.Group> more) {
    groups.addAll(more);
    more.forEach(group -> newestEnd = Math.max(newestEnd, group.toNanos()));
    return newestEnd;
  }

  synchronized void setState(LoopState newest) {
    state = newest;
    OpenRun current = newest.current();
    open = current != null && current.startNanos() >= newestEnd ? current : null;
  }

  synchronized void setStall(Stall newest) {
    stall = newest;
  }

  synchronized LoopInfo info(TimeSpan known) {
    TimeSpan recent =
        new TimeSpan(Math.max(known.fromNanos(), known.toNanos() - RECENT_NANOS), known.toNanos());
    long[] busy = {0};
    runs.forEach(
        recent,
        run ->
            busy[0] +=
                Math.min(run.endNanos(), recent.toNanos())
                    - Math.max(run.startNanos(), recent.fromNanos()));
    double share = recent.isEmpty() ? 0 : (double) busy[0] / recent.lengthNanos();
    boolean blocked = stall != null && stall.isOpen();
    long lag = open == null ? 0 : Math.max(0, known.toNanos() - open.startNanos());
    return new LoopInfo(loop, state, Math.min(1, share), lag, blocked);
  }

  synchronized void paint(LaneCells out, TimeSpan known, Settings settings, CellSums sums) {
    if (out.span().isEmpty() || out.size() == 0) {
      return;
    }
    sums.begin(out.span(), out.size());
    long limit = settings.limitNanos(loop.kind());
    runs.forEach(out.span(), run -> paint(run, limit, sums));
    for (GroupBatch.Group group : groups) {
      sums.spread(
          group.fromNanos(),
          group.toNanos(),
          (double) group.busyNanos(),
          Ordinals.TASK,
          group.longestType(),
          LaneCells.MERGED);
      sums.count(
          group.toNanos(),
          group.count() + group.ioCount(),
          group.failed() > 0 ? LaneCells.FAILED : 0);
    }
    OpenRun current = open;
    if (current != null && current.startNanos() <= known.toNanos()) {
      long duration = known.toNanos() - current.startNanos();
      sums.spread(
          current.startNanos(),
          known.toNanos(),
          (double) duration,
          Ordinals.of(current.kind()),
          current.type(),
          LaneCells.OPEN | overLimit(duration, limit));
      sums.count(current.startNanos(), 0, LaneCells.STARTS);
    }
    sums.finish(out);
  }

  private static void paint(Run run, long limit, CellSums sums) {
    sums.spread(
        run.startNanos(),
        run.endNanos(),
        (double) run.durationNanos(),
        Ordinals.of(run.kind()),
        run.type(),
        overLimit(run.durationNanos(), limit));
    sums.count(run.startNanos(), 0, LaneCells.STARTS);
    sums.count(run.endNanos(), 1, run.outcome() == Outcome.FAILED ? LaneCells.FAILED : 0);
  }

  private static int overLimit(long durationNanos, long limit) {
    if (durationNanos > limit) {
      return LaneCells.BLOCKED | LaneCells.LONG;
    }
    return durationNanos > limit / 2 ? LaneCells.LONG : 0;
  }

  synchronized List<Run> runs(TimeSpan span, long minDurationNanos, int max) {
    return runs.longest(span, minDurationNanos, max);
  }

  synchronized List<GroupBatch.Group> groups(TimeSpan span, int max) {
    return groups.stream()
        .filter(group -> span.overlaps(group.fromNanos(), group.toNanos()))
        .limit(max)
        .toList();
  }

  synchronized void forEachRun(TimeSpan span, ObjLongConsumer<Run> each) {
    runs.forEach(span, run -> each.accept(run, id));
  }

  synchronized @Nullable Run find(long runId) {
    return runs.find(runId);
  }

  synchronized @Nullable Run neighbour(long nanos, boolean forward) {
    return runs.neighbour(nanos, forward);
  }

  synchronized TimeSpan detail(TimeSpan known) {
    return runs.isEmpty() ? new TimeSpan(known.toNanos(), known.toNanos()) : known;
  }

  synchronized long memoryBytes() {
    return 96L * runs.size() + 160L * groups.size();
  }
}
