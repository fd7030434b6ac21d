package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.GroupRow;
import dev.loopscope.dashboard.ui.timeline.model.RunSteps;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** What pointer and wheel do on lanes, names, ruler and chart. */
final class TimelineMouse {

  /** Pixels of wheel that halve or double what is in sight. */
  private static final double WHEEL_PER_DOUBLING = 160;

  private static final double CLICK_PIXELS = 3;

  private final TimelineModel model;
  private final LanesView lanes;
  private final RunSteps steps;
  private boolean ranging;
  private boolean moved;
  private double pressX;
  private double pressY;
  private double lastX;
  private double lastY;

  TimelineMouse(TimelineModel model, LanesView lanes, RunSteps steps) {
    this.model = model;
    this.lanes = lanes;
    this.steps = steps;
  }

  /** Lanes: drag pans, with Ctrl marks off a range; click selects, double click zooms. */
  void onLanes(Node node) {
    node.setOnMousePressed(event -> press(event, event.isShortcutDown()));
    node.setOnMouseDragged(this::drag);
    node.setOnMouseReleased(this::releaseOnLanes);
    node.setOnMouseMoved(event -> lanes.pointer().moveTo(event.getX(), event.getY()));
    node.setOnMouseExited(event -> lanes.pointer().leave());
    node.setOnScroll(this::scroll);
  }

  /** Ruler and chart: drag marks off a range, click takes it away. */
  void onTimes(Node node) {
    node.setOnMousePressed(event -> press(event, true));
    node.setOnMouseDragged(this::drag);
    node.setOnMouseReleased(
        event -> {
          if (!moved) {
            model.selectRange(null);
          }
        });
    node.setOnScroll(this::scroll);
  }

  /** Names: click selects a lane or folds a group, the wheel scrolls. */
  void onNames(Node node) {
    node.setOnMouseClicked(
        event -> {
          if (lanes.picker().row(event.getY()) instanceof GroupRow group) {
            model.lanes().toggle(group.key());
          } else {
            selectRow(event.getY());
          }
          node.getParent().requestFocus();
        });
    node.setOnScroll(
        event -> {
          model.scroll().by(-event.getDeltaY(), model.lanes().layout());
          event.consume();
        });
  }

  private void selectRow(double y) {
    int row = lanes.picker().rowIndex(y);
    if (row >= 0) {
      steps.moveTo(row);
      steps.overRows(row - steps.cursorRow());
    }
  }

  private void press(MouseEvent event, boolean range) {
    pressX = lastX = event.getX();
    pressY = lastY = event.getY();
    ranging = range;
    moved = false;
    ((Node) event.getSource()).getParent().requestFocus();
    event.consume();
  }

  private void drag(MouseEvent event) {
    moved |= Math.hypot(event.getX() - pressX, event.getY() - pressY) > CLICK_PIXELS;
    if (!moved) {
      return;
    }
    TimeScale scale = model.viewport().scale();
    if (ranging) {
      long one = scale.time(pressX);
      long other = scale.time(Math.max(0, Math.min(scale.width(), event.getX())));
      model.selectRange(new TimeSpan(Math.min(one, other), Math.max(one, other)));
    } else {
      if (event.getX() != lastX) {
        model.viewport().pan(scale.nanos(lastX - event.getX()));
      }
      model.scroll().by(lastY - event.getY(), model.lanes().layout());
    }
    lastX = event.getX();
    lastY = event.getY();
    event.consume();
  }

  private void releaseOnLanes(MouseEvent event) {
    if (moved || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    model.selectRange(null);
    if (lanes.picker().row(event.getY()) instanceof GroupRow group) {
      model.lanes().toggle(group.key());
      return;
    }
    Selected hit = lanes.picker().at(event.getX(), event.getY());
    model.selection().select(hit);
    TimeSpan span = hit.span(model.nowNanos());
    if (event.getClickCount() == 2 && !span.isEmpty()) {
      model.viewport().fit(span);
    }
    event.consume();
  }

  /** Wheel zooms about the pointer, with Shift or sideways pans, with Ctrl changes the height. */
  private void scroll(ScrollEvent event) {
    TimeScale scale = model.viewport().scale();
    double sideways = event.getDeltaX();
    if (event.isShiftDown() && sideways == 0) {
      sideways = event.getDeltaY();
    }
    if (event.isAltDown()) {
      model.scroll().by(-event.getDeltaY(), model.lanes().layout());
    } else if (event.isShortcutDown()) {
      model.lanes().zoomHeight(event.getDeltaY() > 0 ? 1.25 : 0.8);
    } else if (sideways != 0) {
      model.viewport().pan(scale.nanos(-sideways));
    } else if (event.getDeltaY() != 0) {
      double factor = Math.pow(2, -event.getDeltaY() / WHEEL_PER_DOUBLING);
      model.viewport().zoom(factor, scale.time(event.getX()));
    }
    event.consume();
  }
}
