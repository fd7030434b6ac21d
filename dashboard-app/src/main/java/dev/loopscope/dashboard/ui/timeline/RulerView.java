package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.ui.timeline.model.TickLabel;
import dev.loopscope.dashboard.ui.timeline.model.Ticks;
import dev.loopscope.dashboard.ui.timeline.model.Ticks.Tick;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Times above the lanes, since the session's start; alerts and marks as flags. */
final class RulerView extends Region {

  private static final double MIN_LABEL_PIXELS = 110;
  private static final double MAJOR = 8;
  private static final double MINOR = 4;

  private final TimelineModel model;
  private final Canvas canvas = new Canvas();
  private final FontMeasure measure = new FontMeasure(Ink.SMALL);
  private final WallClock wallClock;
  private final List<String> labels = new ArrayList<>();
  private @Nullable Stamp drawn;

  RulerView(TimelineModel model) {
    this.model = model;
    this.wallClock = new WallClock(model.trace());
    setId("timeline-ruler");
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  private record Stamp(
      long viewport,
      long marks,
      long alerts,
      long pointer,
      double width,
      double height,
      Palette palette) {}

  /** Draws what has changed; the moment under the pointer is written out. */
  void pulse(Palette palette, Pointer pointer) {
    Stamp now =
        new Stamp(
            model.viewport().version(),
            model.marks().version(),
            model.alerts().version(),
            pointer.version(),
            getWidth(),
            getHeight(),
            palette);
    if (now.equals(drawn)) {
      return;
    }
    drawn = now;
    GraphicsContext pen = Ink.clean(canvas, getWidth(), getHeight());
    pen.setFill(Ink.of(palette.background()));
    pen.fillRect(0, 0, getWidth(), getHeight());
    TimeScale scale = model.viewport().scale();
    drawTicks(pen, scale, palette);
    drawAlerts(pen, scale, palette);
    drawMarks(pen, scale, palette);
    if (pointer.isInside()) {
      drawMoment(pen, scale, palette, pointer.x());
    }
  }

  private void drawMoment(GraphicsContext pen, TimeScale scale, Palette palette, double at) {
    long moment = scale.time(at);
    long offset = moment - model.trace().extent().fromNanos();
    String time = wallClock.text(moment);
    String text = TickLabel.of(offset, scale.nanos(1)) + (time.isEmpty() ? "" : " · " + time);
    double width = measure.width(text) + 12;
    double x = Math.rint(Math.max(0, Math.min(getWidth() - width, at - width / 2)));
    pen.setFill(Ink.of(palette.background()));
    pen.fillRect(x - 16, 2, width + 32, 20);
    pen.setFill(Ink.of(palette.text()));
    pen.fillRoundRect(x, 3, width, 18, 6, 6);
    pen.setFill(Ink.of(palette.background()));
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFont(Ink.SMALL);
    pen.fillText(text, x + 6, 12);
  }

  private void drawTicks(GraphicsContext pen, TimeScale scale, Palette palette) {
    labels.clear();
    double bottom = getHeight() - 0.5;
    pen.setStroke(Ink.of(palette.line()));
    pen.strokeLine(0, bottom, getWidth(), bottom);
    pen.setStroke(Ink.of(palette.muted()));
    pen.setFill(Ink.of(palette.muted()));
    pen.setFont(Ink.SMALL);
    pen.setTextAlign(TextAlignment.LEFT);
    long origin = model.trace().extent().fromNanos();
    for (Tick tick : Ticks.of(scale, origin, MIN_LABEL_PIXELS)) {
      double x = Math.floor(scale.x(tick.nanos())) + 0.5;
      pen.strokeLine(x, bottom - (tick.isMajor() ? MAJOR : MINOR), x, bottom);
      if (tick.isMajor() && x + 3 + measure.width(tick.label()) <= getWidth()) {
        labels.add(tick.label());
        pen.fillText(tick.label(), x + 3, getHeight() / 2 - 3);
      }
    }
  }

  private void drawAlerts(GraphicsContext pen, TimeScale scale, Palette palette) {
    for (Alert alert : model.alerts().alerts()) {
      double x = scale.x(alert.fromNanos());
      if (x >= -4 && x <= getWidth() + 4) {
        AlertMark.draw(pen, alert, x, getHeight() - 8, palette);
      }
    }
  }

  private void drawMarks(GraphicsContext pen, TimeScale scale, Palette palette) {
    int number = 0;
    pen.setFont(Ink.SMALL_BOLD);
    pen.setTextAlign(TextAlignment.CENTER);
    for (long moment : model.marks().moments()) {
      number++;
      double x = Math.floor(scale.x(moment)) + 0.5;
      pen.setFill(Ink.of(palette.accent()));
      pen.fillRoundRect(x - 8, 1, 16, 14, 4, 4);
      pen.fillRect(x - 0.5, 14, 1, getHeight() - 14);
      pen.setFill(Ink.of(palette.background()));
      pen.fillText(Integer.toString(number), x, 8);
    }
  }

  /** The labels that are drawn now, from left to right. */
  List<String> labels() {
    return List.copyOf(labels);
  }
}
