package dev.loopscope.dashboard.ui.statistics;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.LoopSeries;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.GroupBatch.TypeTotal;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds up what happened in a stretch of time. Costs time by its runs: for the background. */
final class StatisticsQuery {

  private static final int MAX_GROUPS = 100_000;

  /** Rows by time taken, largest first, and loops in their order. */
  record Answer(List<TypeRow> types, List<LoopRow> loops) {}

  private static final class Sum {
    final LogHistogram durations = new LogHistogram();
    final LogHistogram delays = new LogHistogram();
    long count;
    long busyNanos;
    long failed;
    long longestNanos;

    void add(Run run) {
      count++;
      busyNanos += run.durationNanos();
      longestNanos = Math.max(longestNanos, run.durationNanos());
      failed += run.outcome() == Outcome.FAILED ? 1 : 0;
      durations.record(run.durationNanos());
      if (run.hasQueueDelay()) {
        delays.record(run.queueDelayNanos());
      }
    }
  }

  private final Trace trace;
  private final TimeSpan span;
  private final Map<Integer, Sum> byType = new HashMap<>();

  StatisticsQuery(Trace trace, TimeSpan span) {
    this.trace = trace;
    this.span = span;
  }

  Answer ask() {
    trace.forEachRun(
        span,
        (run, loop) -> {
          if (run.kind() != RunKind.IO && run.outcome() != Outcome.CANCELLED) {
            sum(run.type()).add(run);
          }
        });
    List<LoopRow> loops = new ArrayList<>();
    for (LoopInfo info : trace.loops()) {
      for (Group group : trace.groups(info.id(), span, MAX_GROUPS)) {
        group.types().forEach(this::addMerged);
      }
      loops.add(loop(info));
    }
    List<TypeRow> types = new ArrayList<>();
    byType.forEach((type, sum) -> types.add(row(type, sum)));
    types.sort(Comparator.comparingLong(TypeRow::busyNanos).reversed());
    return new Answer(List.copyOf(types), List.copyOf(loops));
  }

  private Sum sum(int type) {
    return byType.computeIfAbsent(type, unused -> new Sum());
  }

  private void addMerged(TypeTotal merged) {
    Sum sum = sum(merged.type());
    sum.count += merged.count();
    sum.busyNanos += merged.busyNanos();
  }

  private TypeRow row(int type, Sum sum) {
    return new TypeRow(
        type == 0 ? "(unknown)" : trace.typeName(type),
        sum.count,
        sum.busyNanos,
        sum.failed,
        sum.durations,
        sum.delays,
        sum.longestNanos);
  }

  /** One bucket over the whole span holds percentiles weighted by time. */
  private LoopRow loop(LoopInfo info) {
    if (span.isEmpty()) {
      return new LoopRow(info.id(), info.loop().name(), Double.NaN, -1, -1, -1, 0);
    }
    LoopSeries series = trace.series(info.id(), span, 1);
    return new LoopRow(
        info.id(),
        info.loop().name(),
        series.busy()[0],
        series.lagP50Nanos()[0],
        series.lagP99Nanos()[0],
        series.lagMaxNanos()[0],
        series.runs()[0]);
  }
}
