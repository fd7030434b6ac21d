package dev.loopscope.dashboard.ui.flows;

import dev.loopscope.dashboard.analysis.FlowQuery;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.FreshAnswer;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The longest flows of what the timeline shows. */
public final class FlowsViewModel {

  private static final int MAX_ROWS = 2_000;
  private static final int MAX_RUNS = 500_000;

  private final Trace trace;
  private final Selection selection;
  private final Navigation navigation;
  private final FreshAnswer<TimeSpan, FlowQuery.Answer> asking;
  private final ReadOnlyObjectWrapper<List<FlowRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  public FlowsViewModel(
      Trace trace, Selection selection, Navigation navigation, Background background) {
    this.trace = trace;
    this.selection = selection;
    this.navigation = navigation;
    asking = new FreshAnswer<>(trace, background);
  }

  /** Asks anew when the window or the trace changed; not while an answer is awaited. */
  public void refresh() {
    TimeSpan visible = navigation.visible();
    FlowQuery query = new FlowQuery(trace, MAX_RUNS);
    asking.refresh(visible, () -> query.in(visible, MAX_ROWS), this::show, this::failed);
  }

  private void show(FlowQuery.Answer answer) {
    List<FlowRow> next = answer.flows().stream().map(FlowRow::of).toList();
    if (!next.equals(rows.get())) {
      rows.set(next);
    }
    String count = Format.plural(answer.total(), "flow", "flows") + " in sight";
    note.set(
        answer.complete() ? count : count + "; too many runs to follow them all: zoom in for more");
  }

  private void failed(Throwable failure) {
    note.set("The flows could not be read: " + failure.getMessage());
  }

  /** Selects a flow's first run where it is. */
  public void select(FlowRow row) {
    selection.select(new Selected.OfRun(row.loop(), row.root()));
  }

  /** Selects a flow's first run and brings the whole flow into sight. */
  public void jumpTo(FlowRow row) {
    select(row);
    navigation.reveal(new TimeSpan(row.fromNanos(), Math.max(row.fromNanos(), row.toNanos())));
  }

  /** The rows, longest first. */
  public ReadOnlyObjectProperty<List<FlowRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  public boolean isBusy() {
    return asking.isBusy();
  }
}
