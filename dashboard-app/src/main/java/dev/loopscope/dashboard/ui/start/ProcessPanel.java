package dev.loopscope.dashboard.ui.start;

import atlantafx.base.controls.CustomTextField;
import dev.loopscope.dashboard.session.AttachableProcess;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The JVMs of this machine, kept fresh, with a filter. */
final class ProcessPanel extends VBox {

  private static final double ROW_SPINNER = 40;

  private final StartViewModel model;
  private final ListView<AttachableProcess> list = new ListView<>();
  private final CustomTextField filter = new CustomTextField();

  ProcessPanel(StartViewModel model) {
    this.model = model;
    getStyleClass().add("panel");
    list.setId("processes");
    list.setItems(model.processes());
    list.setCellFactory(view -> new ProcessCell(model::attach));
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            attachSelected();
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            attachSelected();
          }
        });
    list.setAccessibleText("Java processes of this machine");
    VBox.setVgrow(list, Priority.ALWAYS);
    filter.setId("process-filter");
    filter.setPromptText("Filter by name or pid");
    filter.setAccessibleText("Filter processes by name or process id");
    filter.setLeft(new FontIcon(MaterialDesignM.MAGNIFY));
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.setOnAction(event -> attachFirst());
    Label problem = Controls.label("", "danger-text");
    problem.setWrapText(true);
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    getChildren()
        .addAll(
            Controls.row(
                "panel-head",
                Controls.label("Running Java processes", "panel-title"),
                Controls.spacer(),
                filter),
            problem,
            list);
    InvalidationListener explain = change -> list.setPlaceholder(placeholder());
    model.listedProperty().addListener(explain);
    model.filterProperty().addListener(explain);
    model.processes().addListener(explain);
    list.setPlaceholder(placeholder());
  }

  void focusFilter() {
    filter.requestFocus();
  }

  private Node placeholder() {
    if (!model.listedProperty().get()) {
      ProgressIndicator spinner = new ProgressIndicator();
      spinner.setMaxSize(ROW_SPINNER, ROW_SPINNER);
      return spinner;
    } else if (model.processCount() > 0) {
      return new EmptyState(
          MaterialDesignF.FILTER_OUTLINE,
          "No process matches the filter",
          "Clear the filter to see all " + model.processCount() + ".");
    }
    return new EmptyState(
        MaterialDesignM.MONITOR_OFF,
        "No Java process to watch",
        "Start your server or application on Java 17 or newer: it appears here by itself. Or try"
            + " the demo.");
  }

  private void attachSelected() {
    AttachableProcess process = list.getSelectionModel().getSelectedItem();
    if (process != null) {
      model.attach(process);
    }
  }

  private void attachFirst() {
    if (!model.processes().isEmpty()) {
      model.attach(model.processes().get(0));
    }
  }
}
