package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.timeline.model.Brush;
import dev.loopscope.dashboard.ui.timeline.model.PacedQuery;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.CellColours;
import dev.loopscope.dashboard.ui.timeline.raster.HeatStrip;
import dev.loopscope.dashboard.ui.timeline.raster.LaneRaster;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import dev.loopscope.dashboard.ui.timeline.raster.PixelArea;
import java.util.function.LongSupplier;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The whole session in one strip, with its alerts and a brush over what is in sight. */
final class OverviewView extends Region {

  private static final long PACE_NANOS = 500_000_000L;
  private static final double MARKS_HEIGHT = 10;
  private static final double MIN_NEW_BRUSH = 4;

  private final TimelineModel model;
  private final PixelImage pixels = new PixelImage();
  private final Canvas canvas = new Canvas();
  private final LaneRaster raster = new LaneRaster();
  private final PacedQuery<Key, Heat> heat;
  private @Nullable Stamp drawn;
  private @Nullable Brush brush;
  private double grabX;

  OverviewView(TimelineModel model, Background background, LongSupplier clockNanos) {
    this.model = model;
    this.heat = new PacedQuery<>(background, PACE_NANOS, clockNanos);
    setId("timeline-overview");
    pixels.setManaged(false);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    getChildren().addAll(pixels, canvas);
    setOnMousePressed(this::grab);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnMouseMoved(this::hover);
  }

  private record Key(long trace, TimeSpan extent, int columns) {}

  private record Heat(TimeSpan span, HeatStrip strip) {}

  private record Stamp(
      long heat,
      long viewport,
      long alerts,
      TimeSpan extent,
      double width,
      double height,
      double density,
      Palette palette) {}

  /** Draws what has changed; called once a pulse. */
  void pulse(Palette palette, double density) {
    TimeSpan extent = model.trace().extent();
    if (extent.isEmpty() || getWidth() < 1) {
      return;
    }
    int columns = (int) Math.round(getWidth() * density);
    heat.pull(
        new Key(model.trace().version(), extent, columns),
        () -> read(model.trace(), extent, columns));
    Stamp now =
        new Stamp(
            heat.version(),
            model.viewport().version(),
            model.alerts().version(),
            extent,
            getWidth(),
            getHeight(),
            density,
            palette);
    if (now.equals(drawn)) {
      return;
    }
    drawn = now;
    drawHeat(palette, density);
    drawMarks(palette);
  }

  private static Heat read(Trace trace, TimeSpan span, int columns) {
    HeatStrip strip = new HeatStrip(columns);
    LaneCells cells = new LaneCells();
    for (LoopInfo info : trace.loops()) {
      cells.prepare(span, columns);
      trace.lane(info.id(), cells);
      strip.add(cells);
    }
    return new Heat(span, strip);
  }

  private void drawHeat(Palette palette, double density) {
    PixelArea area = pixels.area(getWidth(), getHeight(), density);
    area.fill(0, 0, area.width(), area.height(), palette.background());
    Heat answer = heat.answer();
    if (answer != null) {
      LaneCells cells = new LaneCells();
      cells.prepare(answer.span(), answer.strip().columns());
      answer.strip().copyTo(cells);
      int top = (int) Math.round(MARKS_HEIGHT * density);
      CellColours colours = new CellColours(palette, false, type -> true);
      int height = area.height() - top - (int) Math.round(density);
      raster.draw(area, top, height, cells, colours, palette.stripe());
    }
    pixels.show();
  }

  private void drawMarks(Palette palette) {
    TimeScale scale = scale();
    GraphicsContext pen = Ink.clean(canvas, getWidth(), getHeight());
    for (Alert alert : model.alerts().alerts()) {
      AlertMark.draw(pen, alert, scale.x(alert.fromNanos()), 1, palette);
    }
    double from = scale.x(model.viewport().span().fromNanos());
    double to = Math.max(from + 3, scale.x(model.viewport().span().toNanos()));
    pen.setFill(Ink.of(palette.background(), 0.55));
    pen.fillRect(0, MARKS_HEIGHT, Math.max(0, from), getHeight());
    pen.fillRect(to, MARKS_HEIGHT, Math.max(0, getWidth() - to), getHeight());
    pen.setStroke(Ink.of(palette.accent()));
    double left = Math.max(1, Math.floor(from) + 0.5);
    double right = Math.min(getWidth() - 1, Math.floor(to) + 0.5);
    pen.strokeRect(left, MARKS_HEIGHT + 0.5, right - left, getHeight() - MARKS_HEIGHT - 2);
    pen.setFill(Ink.of(palette.accent()));
    double grip = (MARKS_HEIGHT + getHeight()) / 2 - 7;
    pen.fillRoundRect(left - 2, grip, 4, 14, 3, 3);
    pen.fillRoundRect(right - 2, grip, 4, 14, 3, 3);
    pen.setStroke(Ink.of(palette.line()));
    pen.strokeLine(0, getHeight() - 0.5, getWidth(), getHeight() - 0.5);
  }

  private TimeScale scale() {
    TimeSpan extent = model.trace().extent();
    TimeSpan some = extent.isEmpty() ? new TimeSpan(0, 1) : extent;
    return new TimeScale(some, Math.max(1, getWidth()));
  }

  private void grab(MouseEvent event) {
    grabX = event.getX();
    brush = new Brush(scale(), model.viewport().span(), grabX);
    event.consume();
  }

  private void drag(MouseEvent event) {
    boolean tooShort = Math.abs(event.getX() - grabX) < MIN_NEW_BRUSH;
    if (brush != null && !(brush.part() == Brush.Part.BESIDE && tooShort)) {
      model.viewport().show(brush.draggedTo(event.getX()));
    }
    event.consume();
  }

  /** A click beside the brush brings that moment into the middle. */
  private void release(MouseEvent event) {
    boolean click = Math.abs(event.getX() - grabX) < MIN_NEW_BRUSH;
    if (brush != null && click && brush.part() == Brush.Part.BESIDE) {
      long moment = scale().time(event.getX());
      model.viewport().fit(new TimeSpan(moment, moment));
    }
    brush = null;
    event.consume();
  }

  private void hover(MouseEvent event) {
    setCursor(
        switch (Brush.partAt(scale(), model.viewport().span(), event.getX())) {
          case FROM_EDGE, TO_EDGE -> Cursor.H_RESIZE;
          case MIDDLE -> Cursor.OPEN_HAND;
          case BESIDE -> Cursor.CROSSHAIR;
        });
  }

  boolean isBusy() {
    return heat.isBusy();
  }

  /** Why the strip could not be computed; empty when all is well. */
  String problem() {
    return heat.problem();
  }
}
