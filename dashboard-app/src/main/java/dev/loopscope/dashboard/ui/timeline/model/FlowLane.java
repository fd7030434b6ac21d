package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.analysis.FlowQuery;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import java.util.Comparator;
import java.util.List;

/**
 * A flow as a row: from the submission of its first run to the end of its last.
 *
 * @param rootId id of the run it starts with
 * @param rootType type of that run, 0 unknown
 * @param span from submission to end
 * @param runs its runs, by start
 */
public record FlowLane(long rootId, int rootType, TimeSpan span, List<LocatedRun> runs) {
  public FlowLane {
    runs = List.copyOf(runs);
  }

  /** The longest flows of {@code span}, at most {@code max}, in the order in which they begin. */
  public static List<FlowLane> in(Trace trace, TimeSpan span, int max, int maxRuns) {
    return new FlowQuery(trace, maxRuns)
        .in(span, max).flows().stream()
            .map(
                flow ->
                    new FlowLane(
                        flow.root().run().id(), flow.root().run().type(), flow.span(), flow.runs()))
            .sorted(Comparator.comparingLong((FlowLane lane) -> lane.span().fromNanos()))
            .toList();
  }
}
