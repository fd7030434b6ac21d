package dev.loopscope.dashboard.ui.alerts;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** A cell of words; all of them are in its tooltip. */
final class WordsCell extends TreeTableCell<AlertRow, String> {

  private static final double TOOLTIP_WIDTH = 640;

  private final @Nullable Label label;
  private final Tooltip tooltip = new Tooltip();

  /**
   * Empty at first.
   *
   * @param label shows the words; null for the cell itself
   */
  WordsCell(@Nullable Label label) {
    this.label = label;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
  }

  @Override
  protected void updateItem(@Nullable String text, boolean empty) {
    super.updateItem(text, empty);
    boolean some = text != null && !empty && !text.isEmpty();
    Label shown = label;
    if (shown == null) {
      setText(some ? text : null);
    } else {
      shown.setText(some ? text : "");
      setGraphic(some ? shown : null);
    }
    tooltip.setText(some ? text : "");
    setTooltip(some ? tooltip : null);
  }
}
