package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.timeline.LanesFrame.Place;
import dev.loopscope.dashboard.ui.timeline.model.FlowLane;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabels;
import dev.loopscope.dashboard.ui.timeline.raster.Argb;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Run;

/** Draws a flow: a light bar from submission to end, its runs as solid slices by loop. */
final class FlowRaster {

  private static final int WAITING_SHARE = 70;
  private static final int MIN_SLICE = 3;

  void draw(
      FlowLane flow, Place place, Trace trace, LaneLabels labels, double top, double rowHeight) {
    Palette palette = place.colours().palette();
    int third = Math.max(1, (place.bottom() - place.y()) / 3);
    int waiting = Argb.mix(place.background(), palette.muted(), WAITING_SHARE);
    place
        .area()
        .fill(
            pixel(place, flow.span().fromNanos()),
            place.y() + third,
            Math.max(
                pixel(place, flow.span().fromNanos()) + 1, pixel(place, flow.span().toNanos())),
            place.bottom() - third,
            waiting);
    for (LocatedRun located : flow.runs()) {
      Run run = located.run();
      int left = pixel(place, run.startNanos());
      int right = Math.max(left + MIN_SLICE, pixel(place, run.endNanos()));
      if (right < 0 || left > place.area().width()) {
        continue;
      }
      place.area().fill(left, place.y(), right, place.bottom(), palette.loop(located.loop()));
      if (right - left > MIN_SLICE) {
        place.area().fill(left, place.y(), left + 1, place.bottom(), palette.text());
      }
      if (run.type() != 0) {
        labels.slice(
            CodeNames.type(trace.typeName(run.type())),
            Math.max(0, left / place.density()),
            Math.min(place.scale().width(), right / place.density()),
            top,
            rowHeight);
      }
    }
  }

  /** Device pixel of a moment, kept within what an {@code int} can hold. */
  private static int pixel(Place place, long nanos) {
    double x = place.scale().x(nanos) * place.density();
    return (int) Math.round(Math.max(-1e6, Math.min(1e6, x)));
  }
}
