package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.FrameworkIcons;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.FlowRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.GroupRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.LoopRow;
import dev.loopscope.dashboard.ui.timeline.model.RowLayout;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.FrameworkFamily;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The names beside the lanes, with busy share and lag of the last second. */
final class HeaderColumn extends Region {

  /** Distance of the right edges of the two number columns from the right edge. */
  static final double LAG_RIGHT = 8;

  static final double BUSY_RIGHT = 72;

  private static final double NUMBERS = 112;
  private static final double MIN_TEXT_HEIGHT = 11;
  private static final double BAR_HEIGHT = 2;
  private static final double INDENT = 10;
  private static final int ICON_SIZE = 14;
  private static final String ICON_FAMILY = "Material Design Icons";
  private static final double ICON_ROOM = 19;

  private final TimelineModel model;
  private final Canvas canvas = new Canvas();
  private final FontMeasure names = new FontMeasure(Ink.NORMAL);
  private final FontMeasure groups = new FontMeasure(Ink.SMALL_BOLD);
  private final Font icons = loadIcons();
  private final List<String> texts = new ArrayList<>();
  private @Nullable Stamp drawn;

  HeaderColumn(TimelineModel model) {
    this.model = model;
    setId("timeline-headers");
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  private record Stamp(
      long lanes, double scroll, int loop, int row, double width, double height, Palette palette) {}

  /** Draws what has changed; {@code cursor} is the row the keys act upon. */
  void pulse(Palette palette, int cursor) {
    Stamp now =
        new Stamp(
            model.lanes().version(),
            model.scroll().offset(),
            model.selection().selected().loop(),
            cursor,
            getWidth(),
            getHeight(),
            palette);
    if (now.equals(drawn)) {
      return;
    }
    drawn = now;
    texts.clear();
    GraphicsContext pen = Ink.clean(canvas, getWidth(), getHeight());
    pen.setFill(Ink.of(palette.background()));
    pen.fillRect(0, 0, getWidth(), getHeight());
    RowLayout layout = model.lanes().layout();
    int row = Math.max(0, layout.indexAt(model.scroll().offset()));
    for (; row < layout.size(); row++) {
      double top = layout.top(row) - model.scroll().offset();
      if (top >= getHeight()) {
        break;
      }
      drawRow(pen, layout.row(row), row, top, layout.height(row), palette, row == cursor);
    }
    pen.setStroke(Ink.of(palette.line()));
    pen.strokeLine(getWidth() - 0.5, 0, getWidth() - 0.5, getHeight());
  }

  private void drawRow(
      GraphicsContext pen,
      LaneRow row,
      int index,
      double top,
      double height,
      Palette palette,
      boolean cursor) {
    int stripe = (index & 1) == 0 ? palette.background() : palette.stripe();
    int fill = row instanceof GroupRow ? palette.group() : cursor ? palette.selectedLane() : stripe;
    pen.setFill(Ink.of(fill));
    pen.fillRect(0, top, getWidth(), height);
    if (cursor) {
      pen.setFill(Ink.of(palette.accent()));
      pen.fillRect(0, top, 3, height);
    }
    double middle = top + height / 2;
    if (row instanceof GroupRow group) {
      drawGroup(pen, group, middle, palette);
    } else if (height < MIN_TEXT_HEIGHT) {
      return;
    } else if (row instanceof LoopRow lane) {
      drawLoop(pen, lane, top, height, palette);
    } else if (row instanceof FlowRow flow) {
      int type = flow.flow().rootType();
      String name = type == 0 ? "flow" : CodeNames.type(model.trace().typeName(type));
      left(pen, names.fit(name, getWidth() - NUMBERS + 16), 12, middle, palette.text());
      String length = Format.duration(flow.flow().span().lengthNanos());
      right(pen, length, getWidth() - LAG_RIGHT, middle, palette.muted());
    }
  }

  private void drawGroup(GraphicsContext pen, GroupRow group, double middle, Palette palette) {
    pen.setFill(Ink.of(palette.text()));
    double indent = group.level() * INDENT;
    double[] xs =
        group.collapsed()
            ? new double[] {indent + 9, indent + 15, indent + 9}
            : new double[] {indent + 8, indent + 16, indent + 12};
    double[] ys =
        group.collapsed()
            ? new double[] {middle - 4, middle, middle + 4}
            : new double[] {middle - 3, middle - 3, middle + 3};
    pen.fillPolygon(xs, ys, 3);
    String count = " · " + group.loops().size();
    double x = indent + 22;
    if (group.level() == 0) {
      drawIcon(pen, group, x, middle, palette);
      x += ICON_ROOM;
    }
    pen.setFont(Ink.SMALL_BOLD);
    double room = getWidth() - NUMBERS - x - groups.width(count);
    boolean isGroup = group.title().equals(group.loops().get(0).loop().group());
    String title = isGroup ? groups.fitEnds(group.title(), room) : groups.fit(group.title(), room);
    left(pen, title + count, x, middle, palette.text());
    right(pen, Format.percent(group.busy()), getWidth() - BUSY_RIGHT, middle, palette.text());
    if (group.blocked()) {
      right(pen, "BLOCKED", getWidth() - LAG_RIGHT, middle, palette.blockedText());
    }
  }

  private void drawIcon(
      GraphicsContext pen, GroupRow group, double x, double middle, Palette palette) {
    Ikon icon = FrameworkIcons.of(group.framework().family());
    pen.setFont(icons);
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFill(Ink.of(palette.muted()));
    pen.fillText(Character.toString(icon.getCode()), x, middle);
  }

  /** The icons are letters of a font, which is loaded with the first icon node that uses it. */
  private static Font loadIcons() {
    FontIcon.of(FrameworkIcons.of(FrameworkFamily.OTHER));
    return Font.font(ICON_FAMILY, ICON_SIZE);
  }

  private void drawLoop(
      GraphicsContext pen, LoopRow lane, double top, double height, Palette palette) {
    LoopInfo info = lane.info();
    double x = 22 + lane.level() * INDENT;
    double middle = top + height / 2;
    pen.setFont(Ink.NORMAL);
    left(
        pen,
        names.fitEnds(info.loop().name(), getWidth() - NUMBERS - x),
        x,
        middle,
        palette.text());
    double right = getWidth() - BUSY_RIGHT;
    right(pen, Format.percent(info.recentBusy()), right, middle, palette.text());
    if (height >= 20) {
      pen.setFill(Ink.of(palette.line()));
      pen.fillRect(right - 34, top + height - 5, 34, BAR_HEIGHT);
      pen.setFill(Ink.of(info.blocked() ? palette.blocked() : palette.accent()));
      double share = Math.min(1, Math.max(0, info.recentBusy()));
      pen.fillRect(right - 34, top + height - 5, 34 * share, BAR_HEIGHT);
    }
    String lag = Format.duration(info.recentLagNanos());
    int colour = info.blocked() ? palette.blockedText() : palette.muted();
    right(pen, info.blocked() ? "! " + lag : lag, getWidth() - LAG_RIGHT, middle, colour);
  }

  private void left(GraphicsContext pen, String text, double x, double middle, int colour) {
    texts.add(text);
    pen.setTextAlign(TextAlignment.LEFT);
    pen.setFill(Ink.of(colour));
    pen.fillText(text, x, middle);
  }

  private void right(GraphicsContext pen, String text, double x, double middle, int colour) {
    texts.add(text);
    pen.setFont(Ink.SMALL);
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.setFill(Ink.of(colour));
    pen.fillText(text, x, middle);
    pen.setFont(Ink.NORMAL);
  }

  /** All texts that are written now, row by row. */
  List<String> texts() {
    return List.copyOf(texts);
  }
}
