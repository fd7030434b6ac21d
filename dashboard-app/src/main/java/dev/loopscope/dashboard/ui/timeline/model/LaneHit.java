package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Run;
import java.util.List;

/** Finds what is drawn at a moment of a lane. */
public final class LaneHit {

  private static final int MAX_CANDIDATES = 64;

  private LaneHit() {}

  /**
   * What is at {@code nanos} on {@code loop}: the run there, or else the longest within {@code
   * toleranceNanos}, or the open run, merged runs, a gap, and at last the lane itself.
   */
  public static Selected at(Trace trace, int loop, long nanos, long toleranceNanos) {
    TimeSpan near = new TimeSpan(nanos - toleranceNanos, nanos + Math.max(1, toleranceNanos));
    LoopInfo info = trace.loop(loop);
    LoopState state = info == null ? null : info.state();
    if (state != null && state.current() != null && nanos >= state.current().startNanos()) {
      return new Selected.OfOpenRun(loop, state.current());
    }
    List<Run> runs = trace.runs(loop, near, 0, MAX_CANDIDATES);
    if (!runs.isEmpty()) {
      return new Selected.OfRun(loop, best(runs, nanos));
    }
    List<Group> groups = trace.groups(loop, near, 1);
    if (!groups.isEmpty()) {
      return new Selected.OfGroup(loop, groups.get(0));
    }
    for (Gap gap : trace.gaps(near)) {
      if (gap.loop() == loop || gap.loop() == 0) {
        return new Selected.OfGap(gap);
      }
    }
    return loop == 0 ? Selection.NOTHING : new Selected.OfLoop(loop);
  }

  private static Run best(List<Run> runs, long nanos) {
    Run best = runs.get(0);
    for (Run run : runs) {
      boolean contains = contains(run, nanos);
      boolean better = run.durationNanos() > best.durationNanos();
      if (contains == contains(best, nanos) ? better : contains) {
        best = run;
      }
    }
    return best;
  }

  private static boolean contains(Run run, long nanos) {
    return run.startNanos() <= nanos && nanos < run.endNanos();
  }
}
