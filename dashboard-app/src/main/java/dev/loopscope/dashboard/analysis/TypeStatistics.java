package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.GroupBatch.TypeTotal;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the types of tasks fared. Counts and sums include merged runs, exactly; of those, a
 * percentile counts the mean of their group. I/O phases and tasks that were cancelled before they
 * ran are no runs of a type.
 */
public final class TypeStatistics {

  private TypeStatistics() {}

  /**
   * One type of task.
   *
   * @param type its number, 0 for all runs of unknown type
   * @param typeName binary class name
   * @param runs how many runs, merged ones included
   * @param merged how many of them were merged
   * @param failed how many failed; of merged runs only where the group holds a single type
   * @param totalNanos sum of the durations
   * @param maxNanos the longest run
   * @param p99Nanos 99 % of the runs were not longer
   * @param worstDelayNanos the longest queue delay, 0 when none is known; of merged runs only where
   *     the group holds a single type
   */
  public record Row(
      int type,
      String typeName,
      long runs,
      long merged,
      long failed,
      long totalNanos,
      long maxNanos,
      long p99Nanos,
      long worstDelayNanos) {

    public long meanNanos() {
      return runs == 0 ? 0 : totalNanos / runs;
    }
  }

  private static final class Sums {
    final Spread durations = new Spread();
    long merged;
    long failed;
    long totalNanos;
    long worstDelayNanos;
  }

  /** A row for each type that ran within {@code span}, those that took the most time first. */
  public static List<Row> of(Trace trace, TimeSpan span) {
    Map<Integer, Sums> byType = new HashMap<>();
    trace.forEachRun(span, (run, loop) -> add(byType, run));
    for (LoopInfo loop : trace.loops()) {
      for (Group group : trace.groups(loop.id(), span, Integer.MAX_VALUE)) {
        add(byType, group);
      }
    }
    return byType.entrySet().stream()
        .map(entry -> row(entry.getKey(), trace.typeName(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparingLong(Row::totalNanos).reversed().thenComparing(Row::type))
        .toList();
  }

  private static Sums sums(Map<Integer, Sums> byType, int type) {
    return byType.computeIfAbsent(type, number -> new Sums());
  }

  private static void add(Map<Integer, Sums> byType, Run run) {
    if (run.kind() == RunKind.IO || run.outcome() == Outcome.CANCELLED) {
      return;
    }
    Sums sums = sums(byType, run.type());
    sums.durations.add(run.durationNanos(), 1);
    sums.totalNanos += run.durationNanos();
    sums.failed += run.outcome() == Outcome.FAILED ? 1 : 0;
    sums.worstDelayNanos = Math.max(sums.worstDelayNanos, run.queueDelayNanos());
  }

  private static void add(Map<Integer, Sums> byType, Group group) {
    long counted = 0;
    for (TypeTotal total : group.types()) {
      counted += total.count();
      boolean longest = total.type() == group.longestType();
      addMerged(sums(byType, total.type()), total, longest ? group.longestNanos() : 0);
      if (total.count() == group.count()) {
        Sums only = sums(byType, total.type());
        only.failed += group.failed();
        only.worstDelayNanos = Math.max(only.worstDelayNanos, group.worstDelayNanos());
      }
    }
    if (counted < group.count()) {
      // Only the types that took the most time are named; how long the others took is not told.
      sums(byType, 0).durations.add(0, group.count() - counted);
      sums(byType, 0).merged += group.count() - counted;
    }
  }

  private static void addMerged(Sums sums, TypeTotal total, long longestNanos) {
    if (total.count() <= 0) {
      return;
    }
    boolean known = longestNanos > 0;
    long others = known ? total.count() - 1 : total.count();
    sums.durations.add(longestNanos, known ? 1 : 0);
    sums.durations.add(others == 0 ? 0 : (total.busyNanos() - longestNanos) / others, others);
    sums.totalNanos += total.busyNanos();
    sums.merged += total.count();
  }

  private static Row row(int type, String name, Sums sums) {
    return new Row(
        type,
        name,
        sums.durations.count(),
        sums.merged,
        sums.failed,
        sums.totalNanos,
        sums.durations.maxNanos(),
        sums.durations.percentile(0.99),
        sums.worstDelayNanos);
  }
}
