package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
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
}
