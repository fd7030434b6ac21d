package dev.loopscope.dashboard.ui.alerts;

import java.util.regex.Pattern;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Insets;
import javafx.scene.control.Label;

/**
 * Words in a cell: one line where they fit, two where not. What does not fit into two lines is
 * elided at the end, so what must stand comes first.
 */
final class TwoLines extends Label {

  private static final Pattern UNIT = Pattern.compile("(\\d) (ns|µs|ms|s|min|h|%)(?!\\w)");
  private static final int LINES = 2;
  private static final double ABOVE_AND_BELOW = 3;

  /**
   * Empty at first.
   *
   * @param width what room there is
   */
  TwoLines(ObservableDoubleValue width) {
    setWrapText(true);
    setPadding(new Insets(ABOVE_AND_BELOW, 0, ABOVE_AND_BELOW, 0));
    prefWidthProperty().bind(width);
  }

  /** Shows {@code words}; a line never ends between a number and its unit. */
  void show(String words) {
    setText(UNIT.matcher(words).replaceAll("$1\u00a0$2"));
  }

  /** A table asks its cells without a width, which would be one line of any length. */
  @Override
  protected double computePrefHeight(double width) {
    double padding = 2 * ABOVE_AND_BELOW;
    double line = super.computePrefHeight(Double.MAX_VALUE) - padding;
    return Math.min(super.computePrefHeight(getPrefWidth()), LINES * line + padding);
  }
}
