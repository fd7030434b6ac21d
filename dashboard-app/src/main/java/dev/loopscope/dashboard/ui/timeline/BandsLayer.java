package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabels;
import dev.loopscope.dashboard.ui.timeline.model.RowLayout;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import dev.loopscope.dashboard.ui.timeline.raster.PixelArea;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;

/** Draws what goes over all lanes: pauses of the JVM, lost data, time that was not watched. */
final class BandsLayer {

  private static final double LABEL_HEIGHT = 16;
  private static final int TINT = 60;
  private static final int HATCH = 170;
  private static final int OUTSIDE = 200;

  private final TimelineModel model;

  BandsLayer(TimelineModel model) {
    this.model = model;
  }

  void draw(PixelArea area, double density, TimeScale scale, Palette palette, LaneLabels labels) {
    RowLayout layout = model.lanes().layout();
    double scroll = model.scroll().offset();
    int bottom = (int) Math.min(area.height(), (layout.totalHeight() - scroll) * density);
    TimeSpan extent = model.trace().extent();
    int first = pixel(scale, density, extent.fromNanos());
    int last = pixel(scale, density, extent.toNanos());
    area.tint(0, 0, first, bottom, palette.outside(), OUTSIDE);
    area.tint(last, 0, area.width(), bottom, palette.outside(), OUTSIDE);
    for (Pause pause : model.trace().pauses(scale.span())) {
      int from = pixel(scale, density, pause.fromNanos());
      int to = Math.max(from + 1, pixel(scale, density, pause.toNanos()));
      area.tint(from, 0, to, bottom, palette.pause(), TINT);
      area.hatch(from, 0, to, bottom, palette.pause(), HATCH, false, 2);
      String text = pause.cause() + " " + Format.duration(pause.toNanos() - pause.fromNanos());
      labels.band(text, (from + to) / 2.0 / density, 0, LABEL_HEIGHT, scale.width());
    }
    for (Gap gap : model.trace().gaps(scale.span())) {
      drawGap(gap, area, density, scale, palette, labels, bottom);
    }
    for (Pinned pinned : model.trace().pinned(scale.span())) {
      drawPinned(pinned, area, density, scale, palette, labels);
    }
  }

  /** On the lane of the carrier that was kept. */
  private void drawPinned(
      Pinned pinned,
      PixelArea area,
      double density,
      TimeScale scale,
      Palette palette,
      LaneLabels labels) {
    int row = pinned.carrier() == 0 ? -1 : model.lanes().layout().indexOf(pinned.carrier());
    if (row < 0) {
      return;
    }
    int from = pixel(scale, density, pinned.fromNanos());
    int to = Math.max(from + 2, pixel(scale, density, pinned.toNanos()));
    double top = model.lanes().layout().top(row) - model.scroll().offset();
    double height = model.lanes().layout().height(row);
    int y = (int) Math.round(top * density);
    area.hatch(from, y, to, y + (int) (height * density), palette.blocked(), HATCH, false, 2);
    long nanos = pinned.toNanos() - pinned.fromNanos();
    String text = "PINNED " + Format.duration(nanos) + culprit(pinned);
    labels.band(text, (from + to) / 2.0 / density, top, height, scale.width());
  }

  private String culprit(Pinned pinned) {
    Stack stack = pinned.stack() == 0 ? null : model.trace().stack(pinned.stack());
    int frame = pinned.culpritFrame();
    boolean known = stack != null && frame >= 0 && frame < stack.frames().size();
    return known && stack != null ? " · " + CodeNames.method(stack.frames().get(frame)) : "";
  }

  private void drawGap(
      Gap gap,
      PixelArea area,
      double density,
      TimeScale scale,
      Palette palette,
      LaneLabels labels,
      int bottom) {
    int from = pixel(scale, density, gap.fromNanos());
    int to = Math.max(from + 2, pixel(scale, density, gap.toNanos()));
    double top = 0;
    double height = LABEL_HEIGHT;
    if (gap.loop() == 0) {
      area.hatch(from, 0, to, bottom, palette.gap(), HATCH, false, 2);
    } else {
      int row = model.lanes().layout().indexOf(gap.loop());
      if (row < 0) {
        return;
      }
      top = model.lanes().layout().top(row) - model.scroll().offset();
      height = model.lanes().layout().height(row);
      int y = (int) Math.round(top * density);
      area.hatch(from, y, to, y + (int) (height * density), palette.gap(), HATCH, false, 2);
    }
    String text = "lost " + Format.plural(gap.lost(), "run", "runs");
    labels.band(text, (from + to) / 2.0 / density, top, height, scale.width());
  }

  private static int pixel(TimeScale scale, double density, long nanos) {
    return (int) Math.round(Math.max(-1e6, Math.min(1e6, scale.x(nanos) * density)));
  }
}
