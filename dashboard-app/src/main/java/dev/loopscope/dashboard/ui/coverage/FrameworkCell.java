package dev.loopscope.dashboard.ui.coverage;

import dev.loopscope.dashboard.analysis.FrameworkCoverage;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.FrameworkIcons;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A framework with its icon, how much of it is seen, and what is not. */
final class FrameworkCell extends ListCell<FrameworkCoverage> {

  @Override
  protected void updateItem(@Nullable FrameworkCoverage one, boolean empty) {
    super.updateItem(one, empty);
    setText(null);
    setGraphic(one == null || empty ? null : content(one));
    setTooltip(one == null || empty ? null : new Tooltip(words(one)));
    setAccessibleText(one == null || empty ? null : words(one));
  }

  private static String words(FrameworkCoverage one) {
    String open = CoverageViewModel.notSeen(one);
    return one.framework().name()
        + ": "
        + CoverageViewModel.extent(one)
        + (open.isEmpty() ? "" : "\n" + open);
  }

  private static HBox content(FrameworkCoverage one) {
    String state = !one.found() ? "muted" : one.notSeen().isEmpty() ? "accent" : "warning";
    Label name = Controls.label(one.framework().name(), one.found() ? "strong" : "muted");
    VBox texts = new VBox(name, Controls.label(CoverageViewModel.extent(one), "muted"));
    if (!one.notSeen().isEmpty()) {
      texts.getChildren().add(Controls.label(CoverageViewModel.notSeen(one), "warning-text"));
    }
    HBox row = new HBox(Controls.icon(FrameworkIcons.of(one.framework().family()), state), texts);
    row.getStyleClass().add("framework-cell");
    row.setMinWidth(0);
    row.setPrefWidth(1); // as wide as the list: what does not fit is in the tooltip
    return row;
  }
}
