package dev.loopscope.dashboard.ui;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.ui.common.Controls;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Short messages at the upper right; good news leaves by itself, bad news stays. */
final class Toasts extends VBox {

  private static final double SECONDS = 6;
  private static final double WIDTH = 400;
  private static final int MAX_SHOWN = 4;

  Toasts() {
    getStyleClass().add("toast-box");
    setPickOnBounds(false);
  }

  Notification info(String text) {
    return show(text, "accent", Styles.ACCENT, true);
  }

  Notification success(String text) {
    return show(text, "success", Styles.SUCCESS, true);
  }

  Notification warning(String text) {
    return show(text, "warning", Styles.WARNING, false);
  }

  Notification failure(String text) {
    return show(text, "danger", Styles.DANGER, false);
  }

  /** Tells of something that {@code action} shows; leaves by itself. */
  Notification notice(String text, String actionName, Runnable action) {
    return withAction(show(text, "warning", Styles.WARNING, true), actionName, action);
  }

  /** Bad news, and what can be done about it. */
  Notification failure(String text, String actionName, Runnable action) {
    return withAction(show(text, "danger", Styles.DANGER, false), actionName, action);
  }

  /** Work that may take long; stays until it is dismissed, or given up by {@code cancel}. */
  Notification progress(String text, Runnable cancel) {
    return withAction(show(text, "accent", Styles.ACCENT, false), "Cancel", cancel);
  }

  private Notification withAction(Notification toast, String actionName, Runnable action) {
    Button show = new Button(actionName);
    show.getStyleClass().add(Styles.SMALL);
    show.setOnAction(
        event -> {
          dismiss(toast);
          action.run();
        });
    toast.setPrimaryActions(show);
    return toast;
  }

  void dismiss(Notification toast) {
    getChildren().remove(toast);
  }

  private Notification show(String text, String state, String style, boolean leaves) {
    Notification toast = new Notification(text);
    toast.getStyleClass().addAll(style, Styles.ELEVATED_2, "toast");
    toast.setGraphic(
        Controls.icon(
            switch (state) {
              case "success" -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
              case "accent" -> MaterialDesignI.INFORMATION_OUTLINE;
              default -> MaterialDesignA.ALERT_OUTLINE;
            },
            state));
    toast.setPrefWidth(WIDTH);
    toast.setMaxWidth(WIDTH);
    toast.setAccessibleText(text);
    toast.setOnClose(event -> dismiss(toast));
    getChildren().add(0, toast);
    if (getChildren().size() > MAX_SHOWN) {
      getChildren().remove(MAX_SHOWN, getChildren().size());
    }
    if (leaves) {
      PauseTransition wait = new PauseTransition(Duration.seconds(SECONDS));
      wait.setOnFinished(event -> dismiss(toast));
      wait.play();
    }
    return toast;
  }
}
