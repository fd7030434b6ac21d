package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.protocol.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the longest of many runs. */
final class LongestRuns {

  private static final Comparator<LocatedRun> SHORTEST_FIRST =
      Comparator.comparingLong((LocatedRun located) -> located.run().durationNanos())
          .thenComparing(located -> located.run().id(), Comparator.reverseOrder());

  private final int max;
  private final PriorityQueue<LocatedRun> runs = new PriorityQueue<>(SHORTEST_FIRST);

  LongestRuns(int max) {
    this.max = max;
  }

  void add(int loop, Run run) {
    LocatedRun shortest = runs.peek();
    if (runs.size() == max
        && shortest != null
        && shortest.run().durationNanos() >= run.durationNanos()) {
      return;
    }
    runs.add(new LocatedRun(loop, run));
    if (runs.size() > max) {
      runs.poll();
    }
  }

  /** The longest first. */
  List<LocatedRun> sorted() {
    List<LocatedRun> sorted = new ArrayList<>(runs);
    sorted.sort(SHORTEST_FIRST.reversed());
    return sorted;
  }
}
