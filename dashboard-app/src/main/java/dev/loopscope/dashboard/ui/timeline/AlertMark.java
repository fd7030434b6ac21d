package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import javafx.scene.canvas.GraphicsContext;

/** An alert as a small mark: its kind has a shape and a colour. */
final class AlertMark {

  private static final double HALF = 4;

  private AlertMark() {}

  /** Draws the mark around {@code x}, from {@code top} on, 7 pixels high. */
  static void draw(GraphicsContext pen, Alert alert, double x, double top, Palette palette) {
    double middle = top + 3.5;
    switch (alert.rule()) {
      case BLOCKED -> {
        pen.setFill(Ink.of(palette.blocked()));
        pen.fillPolygon(new double[] {x - HALF, x + HALF, x}, new double[] {top, top, top + 7}, 3);
      }
      case STARVED -> {
        pen.setFill(Ink.of(palette.longRun()));
        pen.fillPolygon(
            new double[] {x - HALF, x, x + HALF, x},
            new double[] {middle, top, middle, top + 7},
            4);
      }
      case FAILING -> {
        pen.setStroke(Ink.of(palette.failed()));
        pen.setLineWidth(1.5);
        pen.strokeLine(x - 3, top, x + 3, top + 6);
        pen.strokeLine(x - 3, top + 6, x + 3, top);
        pen.setLineWidth(1);
      }
      case DEADLOCK -> {
        pen.setStroke(Ink.of(palette.blocked()));
        pen.setLineWidth(1.5);
        pen.strokeOval(x - 3, top + 0.5, 6, 6);
        pen.setLineWidth(1);
      }
      case QUEUE, PINNED, WARNING -> {
        pen.setFill(Ink.of(palette.longRun()));
        pen.fillRect(Math.rint(x) - 3, top + 1, 6, 5);
      }
      case PAUSE -> bars(pen, x, top, palette.pause());
      case LOST -> bars(pen, x, top, palette.gap());
    }
  }

  private static void bars(GraphicsContext pen, double x, double top, int colour) {
    pen.setFill(Ink.of(colour));
    pen.fillRect(Math.rint(x) - 3, top, 2, 7);
    pen.fillRect(Math.rint(x) + 1, top, 2, 7);
  }
}
