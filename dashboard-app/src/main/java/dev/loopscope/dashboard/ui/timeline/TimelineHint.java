package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.timeline.model.LaneTree;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;

/** What an empty timeline says. */
final class TimelineHint {

  /** How long no loop is nothing to worry about. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private TimelineHint() {}

  /** Title and hint, or nothing while there are rows. */
  static String[] of(TimelineModel model) {
    if (model.lanes().layout().size() > 0) {
      return new String[0];
    } else if (model.lanes().source() == LaneTree.Source.FLOWS) {
      return new String[] {
        "No flows in sight",
        "A flow appears when a task that was submitted has run. Zoom out, or go back to lanes by"
            + " loop."
      };
    } else if (model.trace().extent().lengthNanos() < PATIENCE_NANOS) {
      return new String[] {
        "Waiting for the first loop…", "A loop appears as soon as it runs something."
      };
    }
    return new String[] {"No loops seen", noLoops(model.trace().coverage())};
  }

  private static String noLoops(Coverage coverage) {
    boolean woven = coverage.points().stream().anyMatch(point -> point.state() == PointState.WOVEN);
    return woven
        ? "The process is watched, but none of its loops ran anything yet. Send it some work, for"
            + " example a request."
        : "Nothing in this process is instrumented: it uses none of the frameworks that are"
            + " watched, or has not loaded them yet. Coverage shows what was looked for.";
  }
}
