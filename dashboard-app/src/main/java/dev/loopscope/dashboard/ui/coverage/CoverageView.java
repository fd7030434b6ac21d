package dev.loopscope.dashboard.ui.coverage;

import dev.loopscope.dashboard.analysis.FrameworkCoverage;
import dev.loopscope.dashboard.ui.common.Columns;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.protocol.Coverage.Point;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The frameworks, and the instrumentation points of the one that is chosen. */
public final class CoverageView extends VBox {

  private static final double LIST_SHARE = 0.32;

  public CoverageView(CoverageViewModel model) {
    Label summary = Controls.label("", "tab-note");
    summary.setId("coverage-summary");
    summary.textProperty().bind(model.summaryProperty());
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(model.summaryProperty());
    summary.setTooltip(whole);
    summary.setWrapText(true);
    summary.setMinHeight(USE_PREF_SIZE);
    SplitPane panes = new SplitPane(frameworks(model), points(model));
    panes.setDividerPositions(LIST_SHARE);
    VBox.setVgrow(panes, Priority.ALWAYS);
    getChildren().addAll(Controls.row("tab-tools", summary), panes);
  }

  private static ListView<FrameworkCoverage> frameworks(CoverageViewModel model) {
    ListView<FrameworkCoverage> list = new ListView<>(model.frameworks());
    list.setId("coverage-frameworks");
    list.setAccessibleText("Frameworks");
    list.setCellFactory(unused -> new FrameworkCell());
    list.setPlaceholder(empty());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                model.chosenProperty().set(now);
              }
            });
    model
        .chosenProperty()
        .addListener((property, old, now) -> list.getSelectionModel().select(now));
    list.getSelectionModel().select(model.chosenProperty().get());
    return list;
  }

  private static TableView<Point> points(CoverageViewModel model) {
    TableView<Point> table = Columns.table("coverage", "Instrumentation points");
    table.setItems(model.points());
    table.getColumns().add(Columns.node("State", 178, CoverageView::state));
    table.getColumns().add(Columns.text("Sees", 200, Point::point));
    table.getColumns().add(Columns.text("Place", 330, CoverageViewModel::place));
    table.getColumns().add(Columns.text("Note", 240, Point::note));
    table.setPlaceholder(empty());
    return table;
  }

  private static EmptyState empty() {
    return new EmptyState(
        MaterialDesignR.RADAR,
        "No coverage report yet",
        "The agent reports what it instruments a moment after it attached.");
  }

  private static Node state(Point point) {
    HBox cell = new HBox(6, icon(point), new Label(CoverageViewModel.state(point)));
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  private static FontIcon icon(Point point) {
    return switch (point.state()) {
      case ABSENT -> Controls.icon(MaterialDesignM.MINUS_CIRCLE_OUTLINE, "muted");
      case MISSING, UNCOVERED -> Controls.icon(MaterialDesignA.ALERT_OUTLINE, "warning");
      case FAILED -> Controls.icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, "danger");
      case WOVEN ->
          point.fired() > 0
              ? Controls.icon(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "success")
              : Controls.icon(MaterialDesignC.CIRCLE_OUTLINE, "accent");
    };
  }
}
