package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.GroupBatch.TypeTotal;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What filled a queue while it grew: the types of the tasks that were given to the loop in that
 * time. What a task is becomes known when it runs, so only those count that have run by now. Of
 * merged runs it is not told when they were given; they count when they ran in that time.
 *
 * @param tasks how many of those have run
 * @param types what they were, the most first
 * @param merged whether merged runs are among them, so that some may have been given before
 */
public record QueueFill(long tasks, List<TypeCount> types, boolean merged) {

  /** Groups of merged runs beyond these are not looked at: enough to tell what they are. */
  private static final int MAX_GROUPS = 20_000;

  public QueueFill {
    types = List.copyOf(types);
  }

  /**
   * Tasks of one type.
   *
   * @param type its number, 0 for all of unknown type
   * @param typeName binary class name
   * @param tasks how many
   */
  public record TypeCount(int type, String typeName, long tasks) {}

  /**
   * Looks at what is known now. Costs time by the runs since {@code grew} began.
   *
   * @param grew when the queue grew
   */
  public static QueueFill of(Trace trace, int loop, TimeSpan grew) {
    Map<Integer, Long> byType = new HashMap<>();
    TimeSpan since =
        new TimeSpan(grew.fromNanos(), Math.max(grew.toNanos(), trace.extent().toNanos()) + 1);
    trace.forEachRun(
        loop,
        since,
        run -> {
          boolean given =
              run.submittedNanos() >= grew.fromNanos() && run.submittedNanos() <= grew.toNanos();
          if (given && run.kind() != RunKind.IO) {
            byType.merge(run.type(), 1L, Long::sum);
          }
        });
    boolean merged = false;
    for (Group group : trace.groups(loop, grew, MAX_GROUPS)) {
      for (TypeTotal total : group.types()) {
        byType.merge(total.type(), total.count(), Long::sum);
        merged = true;
      }
    }
    List<TypeCount> types = new ArrayList<>();
    long tasks = 0;
    for (Map.Entry<Integer, Long> entry : byType.entrySet()) {
      types.add(new TypeCount(entry.getKey(), trace.typeName(entry.getKey()), entry.getValue()));
      tasks += entry.getValue();
    }
    types.sort(
        Comparator.comparingLong(TypeCount::tasks).reversed().thenComparing(TypeCount::type));
    return new QueueFill(tasks, types, merged);
  }

  /** The share of {@code count} in all, 0 to 1. */
  public double share(long count) {
    return tasks == 0 ? 0 : (double) count / tasks;
  }
}
