package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.timeline.model.RowScroll;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/** Keeps a scroll bar and the rows' offset the same; hides the bar when all rows are in sight. */
final class LiveScrollBar {

  private final ScrollBar bar;
  private final TimelineModel model;
  private boolean telling;

  LiveScrollBar(ScrollBar bar, TimelineModel model) {
    this.bar = bar;
    this.model = model;
  }

  void bind() {
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    bar.valueProperty()
        .addListener(
            (property, old, value) -> {
              if (!telling) {
                model.scroll().to(value.doubleValue(), model.lanes().layout());
              }
            });
  }

  /** Takes over what the rows did; once a pulse. */
  void tell() {
    RowScroll scroll = model.scroll();
    double max = scroll.max(model.lanes().layout());
    telling = true;
    bar.setMax(Math.max(1, max));
    bar.setVisibleAmount(Math.max(1, max) * scroll.height() / Math.max(1, max + scroll.height()));
    bar.setUnitIncrement(model.lanes().laneHeight());
    bar.setBlockIncrement(scroll.height());
    bar.setValue(scroll.offset());
    bar.setVisible(max > 0);
    telling = false;
  }
}
