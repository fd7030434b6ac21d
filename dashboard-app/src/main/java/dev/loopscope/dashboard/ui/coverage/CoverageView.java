package dev.loopscope.dashboard.ui.coverage;

import dev.loopscope.dashboard.ui.common.Columns;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.protocol.Coverage.Point;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/** The table of instrumentation points. */
public final class CoverageView extends VBox {

  public CoverageView(CoverageViewModel model) {
    TableView<Point> table = Columns.table("coverage", "Instrumentation points");
    table.setItems(model.points());
    table.getColumns().add(Columns.node("State", 180, CoverageView::state));
    table.getColumns().add(Columns.text("Plug-in", 90, Point::plugin));
    table.getColumns().add(Columns.text("Framework", 130, Point::framework));
    table.getColumns().add(Columns.text("Sees", 150, Point::point));
    table.getColumns().add(Columns.number("Fired", 80, Point::fired, Format::count));
    table.getColumns().add(Columns.text("Place", 300, Point::location));
    table.getColumns().add(Columns.text("Note", 240, Point::note));
    table.setPlaceholder(
        new EmptyState(
            MaterialDesignR.RADAR,
            "No coverage report yet",
            "The agent reports what it instruments a moment after it attached."));
    VBox.setVgrow(table, Priority.ALWAYS);
    Label summary = Controls.label("", "tab-note");
    summary.setId("coverage-summary");
    summary.textProperty().bind(model.summaryProperty());
    getChildren().addAll(Controls.row("tab-tools", summary), table);
  }

  private static Node state(Point point) {
    HBox cell = new HBox(6, icon(point), new Label(CoverageViewModel.state(point)));
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  private static FontIcon icon(Point point) {
    return switch (point.state()) {
      case ABSENT -> Controls.icon(MaterialDesignM.MINUS_CIRCLE_OUTLINE, "muted");
      case MISSING -> Controls.icon(MaterialDesignA.ALERT_OUTLINE, "warning");
      case FAILED -> Controls.icon(MaterialDesignC.CLOSE_CIRCLE_OUTLINE, "danger");
      case WOVEN ->
          point.fired() > 0
              ? Controls.icon(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "success")
              : Controls.icon(MaterialDesignC.CIRCLE_OUTLINE, "accent");
    };
  }
}
