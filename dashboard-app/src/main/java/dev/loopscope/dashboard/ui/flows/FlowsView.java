package dev.loopscope.dashboard.ui.flows;

import dev.loopscope.dashboard.ui.common.Columns;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.words.CodeNames;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The table of flows. */
public final class FlowsView extends VBox {

  private final FlowsViewModel model;
  private final TableView<FlowRow> table = Columns.table("flows", "Flows in sight, longest first");
  private boolean replacing;

  public FlowsView(FlowsViewModel model, Moments moments) {
    this.model = model;
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
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, old, row) -> {
              if (row != null && !replacing) {
                model.select(row);
              }
            });
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            jump();
          }
        });
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            jump();
          }
        });
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
    model.rowsProperty().subscribe(this::show);
  }

  private void jump() {
    FlowRow row = table.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.jumpTo(row);
    }
  }

  private void show(List<FlowRow> rows) {
    FlowRow selected = table.getSelectionModel().getSelectedItem();
    replacing = true;
    table.getItems().setAll(rows);
    table.sort();
    if (selected != null) {
      table.getSelectionModel().select(selected);
    }
    replacing = false;
  }
}
