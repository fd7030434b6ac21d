package dev.loopscope.dashboard.ui;

import atlantafx.base.controls.ModalPane;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The layers of the window: the page, messages over it, a box over all. */
final class AppRoot extends StackPane {

  private static final Insets AROUND_BOX = new Insets(24);

  private final StackPane page = new StackPane();
  private final Toasts toasts = new Toasts();
  private final ModalPane modal = new ModalPane();

  AppRoot() {
    modal.setId("modal");
    getChildren().addAll(page, toasts, modal);
  }

  void show(Node next) {
    page.getChildren().setAll(next);
  }

  /** The window stays to be seen around the box, however low it is. */
  void showBox(Node box) {
    StackPane.setMargin(box, AROUND_BOX);
    modal.show(box);
    box.requestFocus();
  }

  void hideBox() {
    modal.hide(true);
  }

  boolean isBoxShown() {
    return modal.isDisplay();
  }

  Toasts toasts() {
    return toasts;
  }
}
