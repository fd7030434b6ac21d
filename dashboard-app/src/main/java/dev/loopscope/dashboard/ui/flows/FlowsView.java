package dev.loopscope.dashboard.ui.flows;

import dev.loopscope.dashboard.ui.common.Columns;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.FreshRows;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.words.CodeNames;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The table of flows. */
public final class FlowsView extends VBox {

  private final TableView<FlowRow> table = Columns.table("flows", "Flows in sight, longest first");

  public FlowsView(FlowsViewModel model, Moments moments) {
    table.getColumns().add(Columns.text("Begins with", 260, row -> CodeNames.type(row.typeName())));
    table.getColumns().add(Columns.number("Start", 100, FlowRow::fromNanos, moments::text));
    table
        .getColumns()
        .add(Columns.number("Duration", 90, FlowRow::durationNanos, Format::duration));
    table
        .getColumns()
        .add(Columns.number("Of it running", 100, FlowRow::busyNanos, Format::duration));
    table.getColumns().add(Columns.number("Runs", 70, FlowRow::runs, Format::exact));
    table.getColumns().add(Columns.number("Loops", 70, FlowRow::loops, Format::exact));
    table.getColumns().add(Columns.number("Failed", 70, FlowRow::failed, Format::exact));
    table.setPlaceholder(
        new EmptyState(
            MaterialDesignS.SITEMAP_OUTLINE,
            "No flow in sight",
            "A flow is a run with all that it caused. Zoom out or move the timeline."));
    Label note = Controls.label("", "tab-note");
    note.textProperty().bind(model.noteProperty());
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren()
        .addAll(
            Controls.row(
                "tab-tools",
                Controls.label("Enter shows a flow in the timeline", "tab-note"),
                Controls.spacer(),
                note),
            table);
    FreshRows<FlowRow> rows = new FreshRows<>(table, model::select, model::jumpTo);
    model.rowsProperty().subscribe(rows::show);
  }
}
