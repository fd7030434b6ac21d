package dev.loopscope.dashboard.ui.timeline;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.ui.timeline.model.LaneTree.Source;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** Above the names: lanes by loop or by flow, and what the numbers below are. */
final class TimelineCorner extends Region {

  private static final double BUTTON_WIDTH = 52;
  private static final double BUTTON_HEIGHT = 22;

  private final TimelineModel model;
  private final Canvas captions = new Canvas();
  private final ToggleButton loops = new ToggleButton("Loops");
  private final ToggleButton flows = new ToggleButton("Flows");
  private String drawn = "";

  TimelineCorner(TimelineModel model) {
    this.model = model;
    captions.setManaged(false);
    ToggleGroup group = new ToggleGroup();
    prepare(loops, group, "timeline-by-loop", "A lane for each loop", Styles.LEFT_PILL);
    prepare(flows, group, "timeline-by-flow", "A lane for each flow", Styles.RIGHT_PILL);
    loops.setOnAction(event -> show(Source.LOOPS));
    flows.setOnAction(event -> show(Source.FLOWS));
    getChildren().addAll(captions, loops, flows);
  }

  private static void prepare(
      ToggleButton button, ToggleGroup group, String id, String tip, String pill) {
    button.setId(id);
    button.setToggleGroup(group);
    button.setTooltip(new Tooltip(tip));
    button.getStyleClass().addAll(Styles.SMALL, "timeline-toggle", pill);
  }

  private void show(Source source) {
    model.lanes().show(source);
    select();
  }

  private void select() {
    loops.setSelected(model.lanes().source() == Source.LOOPS);
    flows.setSelected(model.lanes().source() == Source.FLOWS);
  }

  void pulse(Palette palette) {
    String state = palette.hashCode() + model.lanes().source().name() + getWidth();
    if (state.equals(drawn)) {
      return;
    }
    drawn = state;
    select();
    GraphicsContext pen = Ink.clean(captions, getWidth(), getHeight());
    pen.setFill(Ink.of(palette.background()));
    pen.fillRect(0, 0, getWidth(), getHeight());
    pen.setFill(Ink.of(palette.muted()));
    pen.setFont(Ink.SMALL);
    pen.setTextAlign(TextAlignment.RIGHT);
    double middle = getHeight() / 2;
    if (model.lanes().source() == Source.LOOPS) {
      pen.fillText("busy", getWidth() - HeaderColumn.BUSY_RIGHT, middle);
      pen.fillText("lag", getWidth() - HeaderColumn.LAG_RIGHT, middle);
    } else {
      pen.fillText("took", getWidth() - HeaderColumn.LAG_RIGHT, middle);
    }
    pen.setStroke(Ink.of(palette.line()));
    pen.strokeLine(0, getHeight() - 0.5, getWidth(), getHeight() - 0.5);
    pen.strokeLine(getWidth() - 0.5, 0, getWidth() - 0.5, getHeight());
  }

  @Override
  protected void layoutChildren() {
    double top = Math.floor((getHeight() - BUTTON_HEIGHT) / 2);
    loops.resizeRelocate(8, top, BUTTON_WIDTH, BUTTON_HEIGHT);
    flows.resizeRelocate(8 + BUTTON_WIDTH, top, BUTTON_WIDTH, BUTTON_HEIGHT);
  }
}
