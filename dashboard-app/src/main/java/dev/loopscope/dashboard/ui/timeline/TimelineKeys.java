package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.timeline.model.RunSteps;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.model.Viewport;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do while the timeline has the focus. */
final class TimelineKeys {

  private static final double ZOOM = 1.5;
  private static final double PAN_SHARE = 0.2;
  private static final double MARK_PIXELS = 4;
  private static final int PAGE_ROWS = 10;

  private final TimelineModel model;
  private final LanesView lanes;
  private final RunSteps steps;

  TimelineKeys(TimelineModel model, LanesView lanes, RunSteps steps) {
    this.model = model;
    this.lanes = lanes;
    this.steps = steps;
  }

  void pressed(KeyEvent event) {
    if (event.isAltDown() || event.isMetaDown()) {
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      model.selectRange(null); // the window goes on from here: filters, then the selection
    }
    boolean done = event.isControlDown() ? withControl(event.getCode()) : plain(event);
    if (done) {
      event.consume();
    }
  }

  private boolean withControl(KeyCode code) {
    switch (code) {
      case Z -> model.viewport().back();
      case PLUS, EQUALS, ADD -> model.lanes().zoomHeight(1.25);
      case MINUS, SUBTRACT -> model.lanes().zoomHeight(0.8);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    return move(event.getCode()) || step(event.getCode()) || act(event.getCode());
  }

  private boolean move(KeyCode code) {
    Viewport viewport = model.viewport();
    long step = Math.round(viewport.span().lengthNanos() * PAN_SHARE);
    switch (code) {
      case W -> zoom(1 / ZOOM);
      case S -> zoom(ZOOM);
      case A, LEFT -> viewport.pan(-step);
      case D, RIGHT -> viewport.pan(step);
      case HOME -> viewport.toStart();
      case END -> viewport.follow();
      case DIGIT0, NUMPAD0 -> viewport.fitAll();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void zoom(double factor) {
    if (lanes.pointer().isInside() && !model.viewport().isFollowing()) {
      long about = model.viewport().scale().time(lanes.pointer().x());
      model.viewport().zoom(factor, about);
    } else {
      model.viewport().zoom(factor);
    }
  }

  private boolean step(KeyCode code) {
    switch (code) {
      case UP -> steps.overRows(-1);
      case DOWN -> steps.overRows(1);
      case PAGE_UP -> steps.overRows(-PAGE_ROWS);
      case PAGE_DOWN -> steps.overRows(PAGE_ROWS);
      case PERIOD -> steps.alongLane(true);
      case COMMA -> steps.alongLane(false);
      case OPEN_BRACKET -> steps.toParent(lanes.links());
      case CLOSE_BRACKET -> steps.toChild(lanes.links());
      case ENTER -> steps.toggleGroup();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean act(KeyCode code) {
    switch (code) {
      case F -> fitSelection();
      case M -> mark();
      case SPACE -> toggleFollow();
      default -> {
        return false;
      }
    }
    return true;
  }

  private void toggleFollow() {
    if (model.viewport().isFollowing()) {
      model.viewport().pause();
    } else {
      model.viewport().follow();
    }
  }

  private void fitSelection() {
    TimeSpan range = model.range();
    TimeSpan selected = model.selection().selected().span(model.nowNanos());
    if (range != null) {
      model.viewport().show(range);
    } else if (!selected.isEmpty()) {
      model.viewport().fit(selected);
    } else {
      model.viewport().fitAll();
    }
  }

  private void mark() {
    TimeScale scale = model.viewport().scale();
    TimeSpan selected = model.selection().selected().span(model.nowNanos());
    long moment = scale.time(scale.width() / 2);
    if (lanes.pointer().isInside()) {
      moment = scale.time(lanes.pointer().x());
    } else if (!selected.isEmpty()) {
      moment = selected.fromNanos();
    }
    model.marks().toggle(moment, scale.nanos(MARK_PIXELS));
  }
}
