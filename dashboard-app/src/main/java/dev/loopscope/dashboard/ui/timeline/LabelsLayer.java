package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.timeline.model.LaneLabel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** Writes the labels of slices; only when they differ from those that stand there. */
final class LabelsLayer extends Canvas {

  private static final double PADDING = 4;

  /** On slices, whose colours are all light enough for it. */
  private static final int ON_SLICE = 0xff0b0f14;

  private List<LaneLabel> written = List.of();
  private Palette writtenIn = Palette.LIGHT;

  LabelsLayer() {
    setMouseTransparent(true);
  }

  void show(List<LaneLabel> labels, Palette palette, double width, double height) {
    if (labels.equals(written)
        && palette.equals(writtenIn)
        && width == getWidth()
        && height == getHeight()) {
      return;
    }
    written = labels;
    writtenIn = palette;
    GraphicsContext pen = Ink.clean(this, width, height);
    for (LaneLabel label : labels) {
      write(pen, label, palette);
    }
  }

  /** What is written now. */
  List<LaneLabel> written() {
    return written;
  }

  private static void write(GraphicsContext pen, LaneLabel label, Palette palette) {
    double middle = label.top() + label.height() / 2;
    switch (label.style()) {
      case RUN -> text(pen, label, middle, ON_SLICE);
      case BLOCKED_INSIDE -> {
        chip(pen, label, middle, palette.blocked(), palette.blocked());
        text(pen, label, middle, ON_SLICE);
      }
      case BLOCKED_BESIDE -> {
        chip(pen, label, middle, palette.background(), palette.blocked());
        text(pen, label, middle, palette.blockedText());
      }
      case HEADER -> text(pen, label, middle, palette.muted());
      case BAND -> {
        chip(pen, label, middle, palette.background(), palette.line());
        text(pen, label, middle, palette.text());
      }
    }
  }

  private static void chip(
      GraphicsContext pen, LaneLabel label, double middle, int fill, int border) {
    double height = Math.min(label.height() - 2, 16);
    double x = Math.floor(label.x() - PADDING) + 0.5;
    double y = Math.floor(middle - height / 2) + 0.5;
    double width = Math.ceil(label.width() + 2 * PADDING);
    pen.setFill(Ink.of(fill));
    pen.fillRoundRect(x, y, width, height, 4, 4);
    pen.setStroke(Ink.of(border));
    pen.strokeRoundRect(x, y, width, height, 4, 4);
  }

  private static boolean isPlain(LaneLabel.Style style) {
    return style == LaneLabel.Style.RUN || style == LaneLabel.Style.HEADER;
  }

  private static void text(GraphicsContext pen, LaneLabel label, double middle, int colour) {
    pen.setFont(isPlain(label.style()) ? Ink.SMALL : Ink.SMALL_BOLD);
    pen.setFill(Ink.of(colour));
    pen.fillText(label.text(), label.x(), middle);
  }
}
