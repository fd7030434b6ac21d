package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.timeline.model.LagAxis;
import dev.loopscope.dashboard.ui.timeline.model.LagSeries;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * Paints one state of the lag chart: the largest as an area, p99 dashed, p50 solid, the limit as a
 * line, so that the series differ by shape and not by colour alone.
 */
record LagPainter(
    Canvas canvas, Palette palette, TimeScale scale, boolean logarithmic, long limitNanos) {

  private static final double TOP = 4;

  void paint(@Nullable LagSeries series, double width, double height) {
    GraphicsContext pen = Ink.clean(canvas, width, height);
    pen.setFill(Ink.of(palette.background()));
    pen.fillRect(0, 0, width, height);
    long peak = series == null ? 0 : series.peakNanos();
    LagAxis axis = LagAxis.over(peak, limitNanos, logarithmic, height - TOP);
    for (long value : axis.lines()) {
      pen.setStroke(Ink.of(palette.line()));
      double y = Math.floor(TOP + axis.y(value)) + 0.5;
      pen.strokeLine(0, y, width, y);
    }
    if (series != null) {
      area(pen, series, axis);
      pen.setLineWidth(1.5);
      pen.setStroke(Ink.of(palette.longRun()));
      pen.setLineDashes(5, 2);
      line(pen, series, series.p99Nanos(), axis);
      pen.setLineDashes();
      pen.setStroke(Ink.of(palette.accent()));
      line(pen, series, series.p50Nanos(), axis);
      pen.setLineWidth(1);
    }
    pen.setStroke(Ink.of(palette.line()));
    pen.strokeLine(0, 0.5, width, 0.5);
    limit(pen, axis, width);
    labels(pen, axis);
  }

  private void area(GraphicsContext pen, LagSeries series, LagAxis axis) {
    pen.setFill(Ink.of(palette.muted(), 0.35));
    double bucket = scale.pixels(series.span().lengthNanos()) / series.maxNanos().length;
    double x = scale.x(series.span().fromNanos());
    for (long lag : series.maxNanos()) {
      if (lag > 0) {
        double y = axis.y(lag);
        pen.fillRect(x, TOP + y, Math.max(1, bucket), axis.height() - y);
      }
      x += bucket;
    }
  }

  private void line(GraphicsContext pen, LagSeries series, long[] values, LagAxis axis) {
    double bucket = scale.pixels(series.span().lengthNanos()) / values.length;
    double x = scale.x(series.span().fromNanos());
    boolean drawing = false;
    pen.beginPath();
    for (long lag : values) {
      if (lag < 0) {
        drawing = false;
      } else if (drawing) {
        pen.lineTo(x + bucket / 2, TOP + axis.y(lag));
      } else {
        pen.moveTo(x + bucket / 2, TOP + axis.y(lag));
        drawing = true;
      }
      x += bucket;
    }
    pen.stroke();
  }

  private void limit(GraphicsContext pen, LagAxis axis, double width) {
    double y = Math.floor(TOP + axis.y(limitNanos)) + 0.5;
    pen.setStroke(Ink.of(palette.blocked()));
    pen.setLineDashes(8, 4);
    pen.strokeLine(0, y, width, y);
    pen.setLineDashes();
    pen.setFont(Ink.SMALL_BOLD);
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.setFill(Ink.of(palette.blockedText()));
    double above = y > 14 ? y - 8 : y + 8;
    pen.fillText("limit " + Format.duration(limitNanos), width - 6, above);
  }

  private void labels(GraphicsContext pen, LagAxis axis) {
    pen.setFont(Ink.SMALL);
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFill(Ink.of(palette.text()));
    double last = Double.POSITIVE_INFINITY;
    for (long value : axis.lines()) {
      double y = TOP + axis.y(value) - 7;
      if (y > 6 && last - y > 14) {
        pen.fillText(Format.duration(value), 4, y);
        last = y;
      }
    }
  }
}
