package dev.loopscope.dashboard.ui.timeline;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/** Colours and fonts of what is drawn on canvases. */
final class Ink {

  static final Font SMALL = Font.font(11);
  static final Font NORMAL = Font.font(12);
  static final Font BOLD = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 12);
  static final Font SMALL_BOLD = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 11);

  private Ink() {}

  static Color of(int argb) {
    return Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff);
  }

  static Color of(int argb, double opacity) {
    return Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff, opacity);
  }

  /** Empties {@code canvas} after giving it a size; texts are placed by their middle. */
  static GraphicsContext clean(Canvas canvas, double width, double height) {
    canvas.setWidth(width);
    canvas.setHeight(height);
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, width, height);
    pen.setTextBaseline(VPos.CENTER);
    return pen;
  }
}
