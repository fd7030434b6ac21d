package dev.loopscope.dashboard.ui.tasks;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which runs the table shows: those of a span that match, at most {@code max}, the longest first.
 *
 * @param span stretch of time that they must overlap
 * @param text part of a type's or a loop's name, in any case; empty for all
 * @param withIo whether I/O phases and the framework's own runs count
 * @param max most rows
 */
record RunQuery(TimeSpan span, String text, boolean withIo, int max) {

  private static final Comparator<RunRow> BY_DURATION =
      Comparator.comparingLong(row -> row.run().durationNanos());

  /** The rows, longest first, and how many runs matched in all. */
  record Answer(List<RunRow> rows, long matched) {}

  /** Costs time by the kept runs of the span: for the background. */
  Answer ask(Trace trace) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    Map<Integer, String> loops = new HashMap<>();
    for (LoopInfo info : trace.loops()) {
      loops.put(info.id(), info.loop().name());
    }
    Map<Integer, String> types = new HashMap<>();
    PriorityQueue<RunRow> longest = new PriorityQueue<>(BY_DURATION);
    long[] matched = new long[1];
    trace.forEachRun(
        span,
        (run, loopNumber) -> {
          int loop = (int) loopNumber;
          String type = types.computeIfAbsent(run.type(), t -> typeName(trace, run));
          String loopName = loops.getOrDefault(loop, "loop " + loop);
          if (matches(run, type, loopName, wanted)) {
            matched[0]++;
            offer(longest, loop, loopName, type, run);
          }
        });
    List<RunRow> rows = new ArrayList<>(longest);
    rows.sort(BY_DURATION.reversed());
    return new Answer(List.copyOf(rows), matched[0]);
  }

  private void offer(
      PriorityQueue<RunRow> longest, int loop, String loopName, String type, Run run) {
    RunRow shortest = longest.peek();
    if (shortest != null
        && longest.size() == max
        && shortest.run().durationNanos() >= run.durationNanos()) {
      return;
    }
    longest.add(new RunRow(loop, loopName, type, run));
    if (longest.size() > max) {
      longest.poll();
    }
  }

  private boolean matches(Run run, String type, String loopName, String wanted) {
    boolean kind = withIo || run.kind() == RunKind.TASK || run.kind() == RunKind.TIMER;
    return kind
        && (wanted.isEmpty()
            || type.toLowerCase(Locale.ROOT).contains(wanted)
            || loopName.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static String typeName(Trace trace, Run run) {
    return run.type() == 0 ? "(" + Names.kind(run.kind()) + ")" : trace.typeName(run.type());
  }
}
