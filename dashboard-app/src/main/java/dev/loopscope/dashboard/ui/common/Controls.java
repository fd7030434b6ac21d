package dev.loopscope.dashboard.ui.common;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small controls that every feature builds its views from. */
public final class Controls {

  private Controls() {}

  /** A flat button with an icon; {@code what} is its tooltip and what a screen reader says. */
  public static Button iconButton(Ikon icon, String what, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    explain(button, what);
    button.setOnAction(event -> action.run());
    return button;
  }

  public static Button button(String text, Ikon icon, Runnable action) {
    Button button = new Button(text, new FontIcon(icon));
    button.setOnAction(event -> action.run());
    return button;
  }

  /** Sets tooltip and accessible text alike. */
  public static void explain(Control control, String what) {
    control.setTooltip(new Tooltip(what));
    control.setAccessibleText(what);
  }

  public static Label label(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** An icon in one of the state colours: danger, warning, success, accent or muted. */
  public static FontIcon icon(Ikon icon, String state) {
    FontIcon node = new FontIcon(icon);
    node.getStyleClass().add("icon-" + state);
    return node;
  }

  /** Takes what room is left in a row. */
  public static Region spacer() {
    Region region = new Region();
    HBox.setHgrow(region, Priority.ALWAYS);
    return region;
  }

  /** Puts {@code text} onto the clipboard. */
  public static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  public static HBox row(String styleClass, Node... children) {
    HBox row = new HBox(children);
    row.getStyleClass().add(styleClass);
    return row;
  }
}
