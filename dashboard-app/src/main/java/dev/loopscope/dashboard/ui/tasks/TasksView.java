package dev.loopscope.dashboard.ui.tasks;

import atlantafx.base.controls.CustomTextField;
import dev.loopscope.dashboard.ui.common.Columns;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.FreshRows;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Outcome;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The table of runs. */
public final class TasksView extends VBox {

  private static final long NO_DELAY = -1;

  private final Moments moments;
  private final TableView<RunRow> table = Columns.table("tasks", "Runs in sight, longest first");
  private final CustomTextField filter = new CustomTextField();

  public TasksView(TasksViewModel model, Moments moments) {
    this.moments = moments;
    filter.setPromptText("Filter by type or loop (Ctrl+F)");
    filter.setAccessibleText("Filter runs by type or loop");
    filter.setPrefColumnCount(22);
    filter.setLeft(new FontIcon(MaterialDesignF.FILTER_OUTLINE));
    filter.textProperty().bindBidirectional(model.filterProperty());
    CheckBox withIo = new CheckBox("I/O and internal");
    withIo.selectedProperty().bindBidirectional(model.withIoProperty());
    Controls.explain(withIo, "Also show I/O phases and the framework's own runs");
    Label note = Controls.label("", "tab-note");
    note.setId("tasks-note");
    note.textProperty().bind(model.noteProperty());
    filter.textProperty().subscribe(text -> model.refresh());
    withIo.selectedProperty().subscribe(on -> model.refresh());
    buildTable();
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(Controls.row("tab-tools", filter, withIo, Controls.spacer(), note), table);
    FreshRows<RunRow> rows = new FreshRows<>(table, model::select, model::jumpTo);
    model.rowsProperty().subscribe(rows::show);
  }

  /** Puts the cursor into the filter. */
  public void focusFilter() {
    filter.requestFocus();
  }

  private void buildTable() {
    table.getColumns().add(Columns.text("Type", 240, row -> CodeNames.type(row.typeName())));
    table.getColumns().add(Columns.text("Loop", 150, RunRow::loopName));
    table
        .getColumns()
        .add(Columns.number("Start", 100, row -> row.run().startNanos(), moments::text));
    table.getColumns().add(Columns.number("Queue delay", 118, TasksView::delay, TasksView::delay));
    table
        .getColumns()
        .add(Columns.number("Duration", 90, row -> row.run().durationNanos(), Format::duration));
    table.getColumns().add(Columns.node("Outcome", 100, TasksView::outcome));
    table.getColumns().add(Columns.text("Kind", 70, row -> Names.kind(row.run().kind())));
    table.getColumns().add(Columns.text("Cause", 80, row -> parent(row.run().parent())));
    table.setPlaceholder(
        new EmptyState(
            MaterialDesignT.TIMELINE_OUTLINE,
            "No run in sight",
            "Zoom out or move the timeline, or clear the filter. Merged runs are not listed one by"
                + " one."));
  }

  private static long delay(RunRow row) {
    return row.run().hasQueueDelay() ? row.run().queueDelayNanos() : NO_DELAY;
  }

  private static String delay(long nanos) {
    return nanos == NO_DELAY ? "–" : Format.duration(nanos);
  }

  private static String parent(long parent) {
    return parent == 0 ? "" : "#" + parent;
  }

  private static Node outcome(RunRow row) {
    Outcome outcome = row.run().outcome();
    FontIcon icon =
        switch (outcome) {
          case DONE -> Controls.icon(MaterialDesignC.CHECK, "success");
          case FAILED -> Controls.icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, "danger");
          case CANCELLED -> Controls.icon(MaterialDesignC.CANCEL, "muted");
        };
    HBox cell = new HBox(6, icon, new Label(Names.outcome(outcome)));
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }
}
