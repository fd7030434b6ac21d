package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.timeline.model.FlowLane;
import dev.loopscope.dashboard.ui.timeline.model.LaneHit;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.FlowRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.LoopRow;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.protocol.Pause;
import org.jspecify.annotations.Nullable;

/** Finds what is drawn at a pixel of the lanes. */
final class LanePicker {

  private static final double TOLERANCE_PIXELS = 2;

  private final TimelineModel model;

  LanePicker(TimelineModel model) {
    this.model = model;
  }

  /** The row at {@code y}, null below the last. */
  @Nullable LaneRow row(double y) {
    int index = rowIndex(y);
    return index < 0 ? null : model.lanes().layout().row(index);
  }

  int rowIndex(double y) {
    return model.lanes().layout().indexAt(y + model.scroll().offset());
  }

  /** What is at a pixel, nothing between things. */
  Selected at(double x, double y) {
    TimeScale scale = model.viewport().scale();
    long nanos = scale.time(x);
    long tolerance = Math.max(1, scale.nanos(TOLERANCE_PIXELS));
    LaneRow row = row(y);
    if (row instanceof FlowRow flow) {
      return inFlow(flow.flow(), nanos, tolerance);
    }
    Selected hit =
        row instanceof LoopRow lane
            ? LaneHit.at(model.trace(), lane.loop(), nanos, tolerance)
            : Selection.NOTHING;
    if (hit instanceof Selected.Nothing || hit instanceof Selected.OfLoop) {
      for (Pause pause : model.trace().pauses(new TimeSpan(nanos - tolerance, nanos + tolerance))) {
        return new Selected.OfPause(pause);
      }
    }
    return hit;
  }

  private static Selected inFlow(FlowLane flow, long nanos, long tolerance) {
    for (LocatedRun located : flow.runs()) {
      if (located.run().startNanos() - tolerance <= nanos
          && nanos <= located.run().endNanos() + tolerance) {
        return new Selected.OfRun(located.loop(), located.run());
      }
    }
    return Selection.NOTHING;
  }
}
