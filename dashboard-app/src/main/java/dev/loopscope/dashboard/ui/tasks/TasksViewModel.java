package dev.loopscope.dashboard.ui.tasks;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.FreshAnswer;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The longest runs of what the timeline shows. */
public final class TasksViewModel {

  /** Most rows of the table. */
  public static final int MAX_ROWS = 5_000;

  private final Trace trace;
  private final Selection selection;
  private final Navigation navigation;
  private final FreshAnswer<RunQuery, RunQuery.Answer> asking;
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty withIo = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<RunRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

  public TasksViewModel(
      Trace trace, Selection selection, Navigation navigation, Background background) {
    this.trace = trace;
    this.selection = selection;
    this.navigation = navigation;
    asking = new FreshAnswer<>(trace, background);
  }

  /** Asks anew when the window, the filter or the trace changed; not while an answer is awaited. */
  public void refresh() {
    TimeSpan visible = navigation.visible();
    RunQuery query = new RunQuery(visible, filter.get(), withIo.get(), MAX_ROWS);
    asking.refresh(query, () -> query.ask(trace), this::show, this::failed);
  }

  private void show(RunQuery.Answer answer) {
    if (!answer.rows().equals(rows.get())) {
      rows.set(answer.rows());
    }
    note.set(
        answer.matched() > answer.rows().size()
            ? "showing the "
                + Format.exact(answer.rows().size())
                + " longest of "
                + Format.plural(answer.matched(), "run", "runs")
                + " in sight"
            : Format.plural(answer.matched(), "run", "runs") + " in sight");
  }

  private void failed(Throwable failure) {
    note.set("The runs could not be read: " + failure.getMessage());
  }

  /** Selects a run and brings it into sight. */
  public void jumpTo(RunRow row) {
    Selected selected = new Selected.OfRun(row.loop(), row.run());
    selection.select(selected);
    navigation.reveal(selected.span(0));
  }

  /** Selects a run where it is. */
  public void select(RunRow row) {
    selection.select(new Selected.OfRun(row.loop(), row.run()));
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /** Whether I/O phases and the framework's own runs are shown. */
  public BooleanProperty withIoProperty() {
    return withIo;
  }

  /** The rows, longest first. */
  public ReadOnlyObjectProperty<List<RunRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** How many there are, and whether that is all. */
  public ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  public boolean isBusy() {
    return asking.isBusy();
  }
}
