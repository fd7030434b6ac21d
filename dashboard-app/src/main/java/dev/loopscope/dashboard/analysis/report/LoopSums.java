package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.analysis.LagDistribution;
import dev.loopscope.dashboard.analysis.LoopLag;
import dev.loopscope.dashboard.analysis.Spread;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.LoopSeries;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.LoopState.Totals;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up one loop's runs, which come in the order of their ends. */
final class LoopSums {

  private final Trace trace;
  private final LoopInfo info;
  private final TimeSpan extent;
  private final long limitNanos;
  private final List<Group> groups;
  private final Spread delays = new Spread();
  private final Spread durations = new Spread();
  private final Spread ioDurations = new Spread();
  private final LoopLag lag = new LoopLag();
  private int nextGroup;
  private long busyNanos;
  private long merged;
  private long failed;
  private long cancelled;
  private long blockedNanos;

  LoopSums(Trace trace, LoopInfo info, TimeSpan extent) {
    this.trace = trace;
    this.info = info;
    this.extent = extent;
    limitNanos = info.limitNanos(trace.settings());
    groups = trace.groups(info.id(), extent, Integer.MAX_VALUE);
  }

  void add(Run run) {
    while (nextGroup < groups.size() && groups.get(nextGroup).toNanos() <= run.endNanos()) {
      add(groups.get(nextGroup++));
    }
    if (run.outcome() == Outcome.CANCELLED) {
      cancelled++;
      return;
    }
    lag.add(LoopLag.readyNanos(run), run.endNanos());
    long duration = run.durationNanos();
    (run.kind() == RunKind.IO ? ioDurations : durations).add(duration, 1);
    busyNanos += duration;
    blockedNanos += duration > limitNanos ? duration : 0;
    failed += run.outcome() == Outcome.FAILED ? 1 : 0;
    if (run.hasQueueDelay()) {
      delays.add(run.queueDelayNanos(), 1);
    }
  }

  /** Of merged runs the sum and the longest are known; the others count with their mean. */
  private void add(Group group) {
    merged += group.count();
    busyNanos += group.busyNanos();
    failed += group.failed();
    if (group.count() > 0) {
      durations.add(group.longestNanos(), 1);
      long others = Math.max(0, group.busyNanos() - group.longestNanos());
      durations.add(others / Math.max(1, group.count() - 1), group.count() - 1);
    }
    if (group.worstDelayNanos() > 0) {
      delays.add(group.worstDelayNanos(), 1);
    }
    lag.add(
        group.fromNanos(),
        group.fromNanos() + Math.max(group.longestNanos(), group.worstDelayNanos()));
  }

  LoopFacts facts() {
    while (nextGroup < groups.size()) {
      add(groups.get(nextGroup++));
    }
    OpenRun open = openRun();
    if (open != null) {
      lag.add(open.startNanos(), extent.toNanos());
      long lasted = extent.toNanos() - open.startNanos();
      blockedNanos += lasted > limitNanos ? lasted : 0;
    }
    LoopState state = info.state();
    Totals totals = state == null ? counted() : state.totals();
    return new LoopFacts(
        info.id(),
        info.loop().name(),
        info.loop().group(),
        info.loop().kind(),
        busyPercent(totals),
        lag(),
        Percentiles.of(delays),
        Percentiles.of(durations),
        Percentiles.of(ioDurations),
        totals.submitted(),
        totals.finished(),
        totals.failed(),
        totals.cancelled(),
        totals.lost(),
        merged,
        blockedNanos);
  }

  /** The run that had not ended when the session did. */
  @Nullable OpenRun openRun() {
    LoopState state = info.state();
    OpenRun current = state == null ? null : state.current();
    return current == null
            || current.startNanos() > extent.toNanos()
            || trace.find(current.id()) != null
        ? null
        : current;
  }

  /** A loop that never told its totals: what was seen of it. */
  private Totals counted() {
    return new Totals(
        0, durations.count(), durations.count(), failed, cancelled, 0, busyNanos, 0, 0, -1);
  }

  private static double busyPercent(Totals totals) {
    long known = totals.busyNanos() + totals.waitNanos();
    return known <= 0 ? -1 : Math.round(1000.0 * totals.busyNanos() / known) / 10.0;
  }

  /**
   * Exact over the runs that are kept. When the oldest are not kept any more, what the store knows
   * of the whole session counts; of the 90th percentile, which it does not know, the one of the
   * runs that are kept, held between its neighbours.
   */
  private Percentiles lag() {
    TimeSpan kept = trace.detail(info.id());
    boolean whole = kept.isEmpty() || kept.fromNanos() <= extent.fromNanos();
    LagDistribution exact = lag.over(whole ? extent : kept);
    Percentiles ofKept =
        new Percentiles(
            whole ? extent.lengthNanos() : kept.lengthNanos(),
            exact.percentile(0.5),
            exact.percentile(0.9),
            exact.percentile(0.99),
            exact.maxNanos());
    if (whole) {
      return ofKept;
    }
    LoopSeries series = trace.series(info.id(), extent, 1);
    long p50 = series.lagP50Nanos()[0];
    long p99 = series.lagP99Nanos()[0];
    return p50 < 0 || p99 < p50
        ? ofKept
        : new Percentiles(
            extent.lengthNanos(),
            p50,
            Math.max(p50, Math.min(p99, ofKept.p90Nanos())),
            p99,
            series.lagMaxNanos()[0]);
  }
}
