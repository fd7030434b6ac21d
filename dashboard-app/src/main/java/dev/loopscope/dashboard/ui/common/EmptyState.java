package dev.loopscope.dashboard.ui.common;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands where there is nothing to show: what is missing and what to do next. */
public final class EmptyState extends VBox {

  private static final double TEXT_WIDTH = 420;

  public EmptyState(Ikon icon, String title, String hint, Node... actions) {
    getStyleClass().add("empty-state");
    Label text = Controls.label(hint, "empty-hint");
    text.setWrapText(true);
    text.setMaxWidth(TEXT_WIDTH);
    text.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(new FontIcon(icon), Controls.label(title, "empty-title"), text);
    getChildren().addAll(actions);
  }
}
