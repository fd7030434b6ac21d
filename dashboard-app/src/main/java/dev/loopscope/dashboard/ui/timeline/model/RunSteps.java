package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.GroupRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.LoopRow;
import dev.loopscope.protocol.Run;
import org.jspecify.annotations.Nullable;

/** Steps from what is selected to what is next to it: along the lane, along the flow, over rows. */
public final class RunSteps {

  private final TimelineModel model;
  private int cursor = -1;

  public RunSteps(TimelineModel model) {
    this.model = model;
  }

  /** Selects the next run on the lane, or the one before. */
  public void alongLane(boolean forward) {
    Selected selected = model.selection().selected();
    int loop = selected.loop();
    if (loop == 0) {
      return;
    }
    long at = model.viewport().span().fromNanos() + model.viewport().span().lengthNanos() / 2;
    if (!(selected instanceof Selected.OfLoop)) {
      at = selected.span(model.nowNanos()).fromNanos();
    }
    Run next = model.trace().neighbour(loop, at, forward);
    if (next != null) {
      model.selectAndReveal(new Selected.OfRun(loop, next));
    }
  }

  /** Selects what submitted the selected run. */
  public void toParent(@Nullable FlowLinks links) {
    if (isSelected(links) && links != null && links.parent() != null) {
      select(links.parent());
    }
  }

  /** Selects the first run that the selected one submitted. */
  public void toChild(@Nullable FlowLinks links) {
    if (isSelected(links) && links != null && !links.children().isEmpty()) {
      select(links.children().get(0));
    }
  }

  private void select(LocatedRun located) {
    model.selectAndReveal(new Selected.OfRun(located.loop(), located.run()));
  }

  private boolean isSelected(@Nullable FlowLinks links) {
    return links != null
        && model.selection().selected() instanceof Selected.OfRun of
        && of.run().id() == links.of().run().id();
  }

  /** Goes {@code rows} down, or up when negative; lanes are selected, headers only reached. */
  public void overRows(int rows) {
    RowLayout layout = model.lanes().layout();
    if (layout.size() == 0) {
      return;
    }
    int from = cursorRow();
    int to = from < 0 ? 0 : Math.max(0, Math.min(layout.size() - 1, from + rows));
    cursor = to;
    model.scroll().reveal(layout, to);
    if (layout.row(to) instanceof LoopRow lane) {
      model.selection().select(new Selected.OfLoop(lane.loop()));
    } else {
      model.selection().clear();
    }
  }

  /** Makes row {@code index} the one the keys act upon. */
  public void moveTo(int index) {
    cursor = index;
  }

  /** The row the keys act upon, -1 when there is none. */
  public int cursorRow() {
    RowLayout layout = model.lanes().layout();
    int selected =
        model.selection().selected().loop() == 0
            ? -1
            : layout.indexOf(model.selection().selected().loop());
    return selected >= 0 ? selected : Math.min(cursor, layout.size() - 1);
  }

  /** Hides or shows the lanes of the group the cursor is in. */
  public void toggleGroup() {
    RowLayout layout = model.lanes().layout();
    for (int row = cursorRow(); row >= 0; row--) {
      if (layout.row(row) instanceof GroupRow group) {
        cursor = row;
        model.lanes().toggle(group.key());
        return;
      }
    }
  }
}
