package dev.loopscope.dashboard.ui.alerts;

import atlantafx.base.controls.CustomTextField;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Columns;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The table of alerts. */
public final class AlertsView extends VBox {

  private final AlertsViewModel model;
  private final Trace trace;
  private final Moments moments;
  private final TableView<AlertRow> table = Columns.table("alerts", "Alerts, newest first");
  private final CustomTextField filter = new CustomTextField();
  private final Label note = Controls.label("", "tab-note");

  public AlertsView(AlertsViewModel model, Trace trace, Moments moments) {
    this.model = model;
    this.trace = trace;
    this.moments = moments;
    filter.setPromptText("Filter alerts (Ctrl+F)");
    filter.setAccessibleText("Filter alerts by words");
    filter.setLeft(new FontIcon(MaterialDesignF.FILTER_OUTLINE));
    filter.textProperty().bindBidirectional(model.filterProperty());
    buildTable();
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(Controls.row("tab-tools", filter, Controls.spacer(), note), table);
    InvalidationListener changed = change -> describe();
    model.rows().addListener(changed);
    describe();
  }

  /** Puts the cursor into the filter. */
  public void focusFilter() {
    filter.requestFocus();
  }

  private void buildTable() {
    table.setItems(model.rows());
    table
        .getColumns()
        .add(Columns.number("Time", 96, row -> row.alert().fromNanos(), moments::text));
    table.getColumns().add(Columns.node("Rule", 128, AlertsView::rule));
    table.getColumns().add(Columns.text("Loop", 120, AlertRow::loopName));
    table.getColumns().add(Columns.number("Duration", 84, this::lasted, Format::duration));
    table.getColumns().add(Columns.text("What happened", 420, row -> row.alert().sentence()));
    table.setRowFactory(view -> new Row());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, old, row) -> chosen(row));
    table.setOnKeyPressed(
        event -> {
          AlertRow row = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && row != null) {
            model.jumpTo(row);
          }
        });
  }

  /** A refresh replaces the selected row by its newer state: that is not a choice of the user. */
  private void chosen(@Nullable AlertRow row) {
    AlertRow now = model.currentProperty().get();
    if (row != null && (now == null || now.alert().id() != row.alert().id())) {
      model.jumpTo(row);
    }
  }

  private long lasted(AlertRow row) {
    return row.alert().span(trace.extent().toNanos()).lengthNanos();
  }

  private static Node rule(AlertRow row) {
    String word = AlertWords.word(row.alert().rule());
    HBox cell =
        new HBox(
            6,
            Controls.icon(
                AlertWords.icon(row.alert().rule()), AlertWords.state(row.alert().rule())),
            new Label(row.alert().isOpen() ? word + " now" : word));
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  private void describe() {
    int shown = model.rows().size();
    note.setText(
        shown == model.count()
            ? Format.plural(shown, "alert", "alerts")
            : shown + " of " + Format.plural(model.count(), "alert", "alerts"));
    table.setPlaceholder(
        model.count() == 0
            ? new EmptyState(
                MaterialDesignS.SHIELD_CHECK_OUTLINE,
                "No alerts",
                "No run went over its limit, nothing failed and nothing was lost. Limits are in the"
                    + " settings.")
            : new EmptyState(
                MaterialDesignF.FILTER_OUTLINE, "No alert matches the filter", "Esc clears it."));
  }

  private static final class Row extends TableRow<AlertRow> {
    @Override
    protected void updateItem(@Nullable AlertRow row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("unread");
      if (row != null && !empty && row.unread()) {
        getStyleClass().add("unread");
      }
    }
  }
}
