package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.timeline.model.FlowLinks;
import dev.loopscope.dashboard.ui.timeline.model.RangeSummary;
import dev.loopscope.dashboard.ui.timeline.model.RowLayout;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** Draws what comes and goes over the lanes: selection, flow arrows, range, marks, pointer. */
final class OverlayLayer extends Canvas {

  private static final double MIN_BOX = 4;
  private static final double CHIP_HEIGHT = 20;

  private final TimelineModel model;
  private final FontMeasure measure = new FontMeasure(Ink.SMALL_BOLD);

  OverlayLayer(TimelineModel model) {
    this.model = model;
    setMouseTransparent(true);
  }

  void draw(
      double width,
      double height,
      Palette palette,
      Pointer pointer,
      @Nullable FlowLinks links,
      @Nullable RangeSummary summary) {
    GraphicsContext pen = Ink.clean(this, width, height);
    TimeScale scale = model.viewport().scale();
    drawMarks(pen, scale, palette, height);
    drawSelection(pen, scale, palette);
    if (links != null
        && model.selection().selected() instanceof Selected.OfRun of
        && of.run().id() == links.of().run().id()) {
      new FlowArrows(model, scale, palette).draw(pen, links);
    }
    TimeSpan range = model.range();
    if (range != null) {
      drawRange(pen, scale, palette, range, summary, height);
    }
    if (pointer.isInside()) {
      pen.setStroke(Ink.of(palette.muted(), 0.6));
      double x = Math.floor(pointer.x()) + 0.5;
      pen.strokeLine(x, 0, x, height);
    }
  }

  private void drawMarks(GraphicsContext pen, TimeScale scale, Palette palette, double height) {
    pen.setStroke(Ink.of(palette.accent()));
    pen.setLineDashes(4, 3);
    for (long moment : model.marks().moments()) {
      double x = Math.floor(scale.x(moment)) + 0.5;
      pen.strokeLine(x, 0, x, height);
    }
    pen.setLineDashes();
  }

  private void drawSelection(GraphicsContext pen, TimeScale scale, Palette palette) {
    Selected selected = model.selection().selected();
    RowLayout layout = model.lanes().layout();
    int row = selected.loop() == 0 ? -1 : layout.indexOf(selected.loop());
    TimeSpan span = selected.span(model.nowNanos());
    if (row < 0 || span.equals(TimeSpan.EMPTY)) {
      return;
    }
    double left = Math.max(-MIN_BOX, scale.x(span.fromNanos()));
    double right = Math.min(scale.width() + MIN_BOX, scale.x(span.toNanos()));
    double top = layout.top(row) - model.scroll().offset();
    double boxWidth = Math.max(MIN_BOX, right - left);
    pen.setStroke(Ink.of(palette.background()));
    pen.setLineWidth(4);
    pen.strokeRect(left - 1, top + 1, boxWidth + 2, layout.height(row) - 2);
    pen.setStroke(Ink.of(palette.accent()));
    pen.setLineWidth(2);
    pen.strokeRect(left - 1, top + 1, boxWidth + 2, layout.height(row) - 2);
    pen.setLineWidth(1);
  }

  private void drawRange(
      GraphicsContext pen,
      TimeScale scale,
      Palette palette,
      TimeSpan range,
      @Nullable RangeSummary summary,
      double height) {
    double left = scale.x(range.fromNanos());
    double right = scale.x(range.toNanos());
    pen.setFill(Ink.of(palette.accent(), 0.14));
    pen.fillRect(left, 0, right - left, height);
    pen.setStroke(Ink.of(palette.accent()));
    pen.strokeLine(left, 0, left, height);
    pen.strokeLine(right, 0, right, height);
    String text =
        summary != null && summary.span().equals(range)
            ? summary.text()
            : new RangeSummary(range, 0, "", 0, 0).durationText();
    double width = measure.width(text) + 16;
    double x = Math.max(4, Math.min(scale.width() - width - 4, (left + right - width) / 2));
    double y = height - CHIP_HEIGHT - 6;
    pen.setFill(Ink.of(palette.accent()));
    pen.fillRoundRect(x, y, width, CHIP_HEIGHT, 6, 6);
    pen.setFill(Ink.of(palette.background()));
    pen.setFont(Ink.SMALL_BOLD);
    pen.fillText(text, x + 8, y + CHIP_HEIGHT / 2);
  }

  /** Arrows from what submitted a run to the run, and from it to what it submitted. */
  private record FlowArrows(TimelineModel model, TimeScale scale, Palette palette) {

    private static final double HEAD = 5;

    void draw(GraphicsContext pen, FlowLinks links) {
      pen.setStroke(Ink.of(palette.text(), 0.85));
      pen.setFill(Ink.of(palette.text()));
      LocatedRun parent = links.parent();
      if (parent != null) {
        arrow(pen, parent, links.of());
      }
      links.children().forEach(child -> arrow(pen, links.of(), child));
    }

    private void arrow(GraphicsContext pen, LocatedRun from, LocatedRun to) {
      RowLayout layout = model.lanes().layout();
      int fromRow = layout.indexOf(from.loop());
      int toRow = layout.indexOf(to.loop());
      if (fromRow < 0 || toRow < 0) {
        return;
      }
      long submitted = to.run().submittedNanos();
      long leaves = submitted != 0 ? submitted : from.run().endNanos();
      double x0 = clamp(scale.x(leaves));
      double y0 = middle(layout, fromRow);
      double x1 = clamp(scale.x(to.run().startNanos()));
      double y1 = middle(layout, toRow);
      double bend = Math.max(12, Math.abs(x1 - x0) / 2);
      double lift = fromRow == toRow ? layout.height(fromRow) / 2 + 4 : 0;
      pen.beginPath();
      pen.moveTo(x0, y0);
      pen.bezierCurveTo(x0 + bend, y0 - lift, x1 - bend, y1 - lift, x1 - HEAD, y1);
      pen.stroke();
      pen.fillOval(x0 - 2, y0 - 2, 4, 4);
      pen.fillPolygon(
          new double[] {x1, x1 - HEAD - 2, x1 - HEAD - 2},
          new double[] {y1, y1 - HEAD + 1, y1 + HEAD - 1},
          3);
    }

    private double middle(RowLayout layout, int row) {
      return layout.top(row) - model.scroll().offset() + layout.height(row) / 2;
    }

    private double clamp(double x) {
      return Math.max(-50, Math.min(scale.width() + 50, x));
    }
  }
}
