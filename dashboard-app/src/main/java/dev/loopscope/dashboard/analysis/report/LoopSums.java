package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.analysis.LoopLag;
import dev.loopscope.dashboard.analysis.Spread;
import dev.loopscope.dashboard.store.LoopInfo;
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
  private final @Nullable OpenRun open;
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
    OpenRun current = trace.openRun(info.id());
    open = current == null || current.startNanos() > extent.toNanos() ? null : current;
  }

  void add(Run run) {
    while (nextGroup < groups.size() && groups.get(nextGroup).toNanos() <= run.endNanos()) {
      add(groups.get(nextGroup++));
    }
    if (run.outcome() == Outcome.CANCELLED) {
      cancelled++;
      return;
    }
    lag.add(run.readyNanos(), run.endNanos());
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

  /** No run comes after this. */
  void finish() {
    while (nextGroup < groups.size()) {
      add(groups.get(nextGroup++));
    }
    if (open != null) {
      lag.add(open.readyNanos(), extent.toNanos());
      long lasted = extent.toNanos() - open.startNanos();
      blockedNanos += lasted > limitNanos ? lasted : 0;
    }
  }

  LoopFacts facts() {
    Totals totals = totals();
    return new LoopFacts(
        info.id(),
        info.loop().name(),
        info.loop().group(),
        info.loop().kind(),
        busyPercent(totals.busyNanos(), totals.waitNanos()),
        new LagParts(trace, extent).of(List.of(info.id()), List.of(lag)),
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

  int id() {
    return info.id();
  }

  /** As {@link LoopGroupFacts#name()}. */
  String groupName() {
    return info.loop().group().isEmpty() ? info.loop().name() : info.loop().group();
  }

  LoopLag lag() {
    return lag;
  }

  Spread delays() {
    return delays;
  }

  Spread durations() {
    return durations;
  }

  Spread ioDurations() {
    return ioDurations;
  }

  long toldBusyNanos() {
    return totals().busyNanos();
  }

  long toldWaitNanos() {
    return totals().waitNanos();
  }

  /** The run that had not ended when the session did. */
  @Nullable OpenRun openRun() {
    return open;
  }

  private Totals totals() {
    LoopState state = info.state();
    return state == null ? counted() : state.totals();
  }

  /** A loop that never told its totals: what was seen of it. */
  private Totals counted() {
    return new Totals(
        0, durations.count(), durations.count(), failed, cancelled, 0, busyNanos, 0, 0, -1);
  }

  static double busyPercent(long busyNanos, long waitNanos) {
    long known = busyNanos + waitNanos;
    return known <= 0 ? -1 : Math.round(1000.0 * busyNanos / known) / 10.0;
  }
}
