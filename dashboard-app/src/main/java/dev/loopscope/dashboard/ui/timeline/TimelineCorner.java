package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.timeline.model.LaneTree.Source;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Above the names: the time of day at the left edge, and what the numbers below are. */
final class TimelineCorner extends Region {

  private final TimelineModel model;
  private final WallClock wallClock;
  private final Canvas canvas = new Canvas();
  private @Nullable Stamp drawn;

  TimelineCorner(TimelineModel model) {
    this.model = model;
    this.wallClock = new WallClock(model.trace());
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  private record Stamp(String time, Source source, double width, double height, Palette palette) {}

  void pulse(Palette palette) {
    String time = wallClock.text(model.viewport().span().fromNanos());
    Stamp now = new Stamp(time, model.lanes().source(), getWidth(), getHeight(), palette);
    if (now.equals(drawn)) {
      return;
    }
    drawn = now;
    GraphicsContext pen = Ink.clean(canvas, getWidth(), getHeight());
    pen.setFill(Ink.of(palette.background()));
    pen.fillRect(0, 0, getWidth(), getHeight());
    pen.setFill(Ink.of(palette.muted()));
    pen.setFont(Ink.SMALL);
    double middle = getHeight() / 2;
    pen.setTextAlign(TextAlignment.LEFT);
    pen.fillText(time, 12, middle);
    pen.setTextAlign(TextAlignment.RIGHT);
    if (now.source() == Source.LOOPS) {
      pen.fillText("busy", getWidth() - HeaderColumn.BUSY_RIGHT, middle);
      pen.fillText("lag", getWidth() - HeaderColumn.LAG_RIGHT, middle);
    } else {
      pen.fillText("took", getWidth() - HeaderColumn.LAG_RIGHT, middle);
    }
    pen.setStroke(Ink.of(palette.line()));
    pen.strokeLine(0, getHeight() - 0.5, getWidth(), getHeight() - 0.5);
    pen.strokeLine(getWidth() - 0.5, 0, getWidth() - 0.5, getHeight());
  }
}
