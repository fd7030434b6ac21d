package dev.loopscope.dashboard.ui.alerts;

import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** A cell of words; all of them are in its tooltip. */
final class WordsCell extends TreeTableCell<AlertRow, String> {

  private static final double TOOLTIP_WIDTH = 640;

  private final @Nullable TwoLines lines;
  private final Tooltip tooltip = new Tooltip();

  /**
   * Empty at first.
   *
   * @param lines show the words; null for the cell itself
   */
  WordsCell(@Nullable TwoLines lines) {
    this.lines = lines;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(TOOLTIP_WIDTH);
  }

  @Override
  protected void updateItem(@Nullable String text, boolean empty) {
    super.updateItem(text, empty);
    String words = text == null || empty ? "" : text;
    boolean some = !words.isEmpty();
    TwoLines shown = lines;
    if (shown == null) {
      setText(some ? words : null);
    } else {
      shown.show(words);
      setGraphic(some ? shown : null);
    }
    tooltip.setText(words);
    setTooltip(some ? tooltip : null);
  }
}
