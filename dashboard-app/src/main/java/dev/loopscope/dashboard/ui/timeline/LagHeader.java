package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** What stands beside the lag chart: whose lag it is and what the lines mean. */
final class LagHeader extends Region {

  private static final double LINE = 17;

  private final TimelineModel model;
  private final Canvas canvas = new Canvas();
  private final FontMeasure measure = new FontMeasure(Ink.SMALL);
  private String drawn = "";

  LagHeader(TimelineModel model) {
    this.model = model;
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().add(canvas);
  }

  /** Draws what has changed; {@code loop} as in {@link LagChartView#loop()}. */
  void pulse(Palette palette, int loop) {
    LoopInfo info = loop == 0 ? null : model.trace().loop(loop);
    String whose = info == null ? "worst of all loops" : info.loop().name();
    String state = whose + palette.hashCode() + getWidth() + "x" + getHeight();
    if (state.equals(drawn)) {
      return;
    }
    drawn = state;
    GraphicsContext pen = Ink.clean(canvas, getWidth(), getHeight());
    pen.setFill(Ink.of(palette.background()));
    pen.fillRect(0, 0, getWidth(), getHeight());
    pen.setStroke(Ink.of(palette.line()));
    pen.strokeLine(0, 0.5, getWidth(), 0.5);
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFont(Ink.SMALL);
    pen.setFill(Ink.of(palette.muted()));
    pen.fillText(measure.fitEnds(whose, getWidth() - 20), 12, 36);
    legend(pen, palette, 36 + LINE);
    pen.setStroke(Ink.of(palette.line()));
    pen.strokeLine(getWidth() - 0.5, 0, getWidth() - 0.5, getHeight());
  }

  private static void legend(GraphicsContext pen, Palette palette, double top) {
    pen.setLineWidth(2);
    pen.setStroke(Ink.of(palette.accent()));
    pen.strokeLine(12, top, 30, top);
    pen.setStroke(Ink.of(palette.longRun()));
    pen.setLineDashes(5, 2);
    pen.strokeLine(78, top, 96, top);
    pen.setLineDashes();
    pen.setLineWidth(1);
    pen.setFill(Ink.of(palette.muted(), 0.35));
    pen.fillRect(144, top - 5, 18, 10);
    pen.setFill(Ink.of(palette.muted()));
    pen.fillText("p50", 34, top);
    pen.fillText("p99", 100, top);
    pen.fillText("max", 166, top);
  }
}
