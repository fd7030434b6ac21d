package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabels;
import dev.loopscope.dashboard.ui.timeline.model.PixelBands;
import dev.loopscope.dashboard.ui.timeline.model.PixelBands.Band;
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
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Draws what goes over all lanes: pauses of the JVM, lost data, time that was not watched. What
 * shares pixels is drawn once, so that the price depends on pixels.
 */
final class BandsLayer {

  private static final double LABEL_HEIGHT = 16;
  private static final int TINT = 60;
  private static final int HATCH = 170;
  private static final int OUTSIDE = 200;
  private static final int MAX_LABELS = 40;

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
    Frame frame = new Frame(area, density, scale, palette, labels, bottom);
    drawPauses(frame);
    drawGaps(frame);
    drawPinned(frame);
  }

  /** What is drawn into, and where lanes end. */
  private record Frame(
      PixelArea area,
      double density,
      TimeScale scale,
      Palette palette,
      LaneLabels labels,
      int bottom) {

    int pixel(long nanos) {
      return BandsLayer.pixel(scale, density, nanos);
    }

    /** At least {@code least} pixels wide. */
    <T> void add(PixelBands<T> bands, long from, long to, int least, T item, long weight) {
      int left = pixel(from);
      bands.add(left, Math.max(left + least, pixel(to)), item, weight);
    }

    /** The heaviest choose their place first; more than some have none on any screen. */
    <T> void label(PixelBands<T> bands, Function<Band<T>, String> text, double top, double height) {
      for (Band<T> band : bands.heaviest(MAX_LABELS)) {
        double centre = (band.from() + band.to()) / 2.0 / density;
        labels.band(text.apply(band), centre, top, height, scale.width());
      }
    }
  }

  private void drawPauses(Frame frame) {
    PixelBands<Pause> bands = new PixelBands<>();
    for (Pause pause : model.trace().pauses(frame.scale.span())) {
      long nanos = pause.toNanos() - pause.fromNanos();
      frame.add(bands, pause.fromNanos(), pause.toNanos(), 1, pause, nanos);
    }
    int colour = frame.palette.pause();
    for (Band<Pause> band : bands.all()) {
      frame.area.tint(band.from(), 0, band.to(), frame.bottom, colour, TINT);
    }
    Function<Band<Pause>, String> text =
        band -> band.heaviest().cause() + " " + Format.duration(band.most()) + others(band.count());
    drawOverAll(bands, colour, text, frame);
  }

  /** Over all lanes, or on the lane of the loop that lost something. */
  private void drawGaps(Frame frame) {
    Map<Integer, PixelBands<Gap>> byLoop = new HashMap<>();
    for (Gap gap : model.trace().gaps(frame.scale.span())) {
      PixelBands<Gap> bands = byLoop.computeIfAbsent(gap.loop(), unused -> new PixelBands<>());
      frame.add(bands, gap.fromNanos(), gap.toNanos(), 2, gap, gap.lost());
    }
    int colour = frame.palette.gap();
    Function<Band<Gap>, String> text = band -> "lost " + Format.plural(band.sum(), "run", "runs");
    byLoop.forEach(
        (loop, bands) -> {
          if (loop == 0) {
            drawOverAll(bands, colour, text, frame);
          } else {
            drawOnLane(loop, bands, colour, text, frame);
          }
        });
  }

  /** Each on the lane of the carrier that was kept. */
  private void drawPinned(Frame frame) {
    Map<Integer, PixelBands<Pinned>> byCarrier = new HashMap<>();
    for (Pinned pinned : model.trace().pinned(frame.scale.span())) {
      if (pinned.carrier() != 0) {
        PixelBands<Pinned> bands =
            byCarrier.computeIfAbsent(pinned.carrier(), unused -> new PixelBands<>());
        long nanos = pinned.toNanos() - pinned.fromNanos();
        frame.add(bands, pinned.fromNanos(), pinned.toNanos(), 2, pinned, nanos);
      }
    }
    int colour = frame.palette.blocked();
    Function<Band<Pinned>, String> text =
        band ->
            "PINNED "
                + Format.duration(band.most())
                + culprit(band.heaviest())
                + others(band.count());
    byCarrier.forEach((carrier, bands) -> drawOnLane(carrier, bands, colour, text, frame));
  }

  private String culprit(Pinned pinned) {
    Stack stack = pinned.stack() == 0 ? null : model.trace().stack(pinned.stack());
    int frame = pinned.culpritFrame();
    boolean known = stack != null && frame >= 0 && frame < stack.frames().size();
    return known && stack != null ? " · " + CodeNames.method(stack.frames().get(frame)) : "";
  }

  /** Of what shares the pixels of a band only the longest is named. */
  private static String others(int count) {
    return count == 1 ? "" : " and " + Format.exact(count - 1) + " more";
  }

  private static <T> void drawOverAll(
      PixelBands<T> bands, int colour, Function<Band<T>, String> text, Frame frame) {
    for (Band<T> band : bands.all()) {
      frame.area.hatch(band.from(), 0, band.to(), frame.bottom, colour, HATCH, false, 2);
    }
    frame.label(bands, text, 0, LABEL_HEIGHT);
  }

  private <T> void drawOnLane(
      int loop, PixelBands<T> bands, int colour, Function<Band<T>, String> text, Frame frame) {
    RowLayout layout = model.lanes().layout();
    int row = layout.indexOf(loop);
    if (row < 0) {
      return;
    }
    double top = layout.top(row) - model.scroll().offset();
    double height = layout.height(row);
    int y = (int) Math.round(top * frame.density);
    int end = y + (int) (height * frame.density);
    for (Band<T> band : bands.all()) {
      frame.area.hatch(band.from(), y, band.to(), end, colour, HATCH, false, 2);
    }
    frame.label(bands, text, top, height);
  }

  private static int pixel(TimeScale scale, double density, long nanos) {
    return (int) Math.round(Math.max(-1e6, Math.min(1e6, scale.x(nanos) * density)));
  }
}
