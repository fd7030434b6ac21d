package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;

/** A card beside the pointer; it never lies under it nor leaves the lanes. */
final class HoverCard extends Canvas {

  private static final double LINE = 17;
  private static final double PADDING = 9;
  private static final double AWAY = 14;

  private final FontMeasure titles = new FontMeasure(Ink.BOLD);
  private final FontMeasure facts = new FontMeasure(Ink.SMALL);
  private List<String> shown = List.of();

  HoverCard() {
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
  }

  /**
   * Shows {@code lines} beside the pointer within {@code width} by {@code height}; none hide it.
   */
  void show(List<String> lines, double x, double y, double width, double height, Palette palette) {
    shown = lines;
    setVisible(!lines.isEmpty());
    if (lines.isEmpty()) {
      return;
    }
    double wide = titles.width(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      wide = Math.max(wide, facts.width(line));
    }
    double cardWidth = Math.ceil(Math.min(width, wide + 2 * PADDING));
    double cardHeight = lines.size() * LINE + 2 * PADDING - 3;
    paint(lines, cardWidth, cardHeight, palette);
    double left = x + AWAY + cardWidth <= width ? x + AWAY : x - AWAY - cardWidth;
    double top = y + AWAY + cardHeight <= height ? y + AWAY : y - AWAY - cardHeight;
    relocate(Math.rint(Math.max(0, left)), Math.rint(Math.max(0, top)));
  }

  List<String> shown() {
    return shown;
  }

  private void paint(List<String> lines, double width, double height, Palette palette) {
    GraphicsContext pen = Ink.clean(this, width, height);
    pen.setFill(Ink.of(palette.group()));
    pen.fillRoundRect(0, 0, width, height, 8, 8);
    pen.setStroke(Ink.of(palette.muted()));
    pen.strokeRoundRect(0.5, 0.5, width - 1, height - 1, 8, 8);
    for (int i = 0; i < lines.size(); i++) {
      pen.setFont(i == 0 ? Ink.BOLD : Ink.SMALL);
      pen.setFill(Ink.of(i == 0 ? palette.text() : palette.muted()));
      pen.fillText(lines.get(i), PADDING, PADDING - 1.5 + i * LINE + LINE / 2, width - PADDING);
    }
  }
}
