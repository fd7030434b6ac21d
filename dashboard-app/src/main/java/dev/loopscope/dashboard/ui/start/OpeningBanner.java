package dev.loopscope.dashboard.ui.start;

import dev.loopscope.dashboard.ui.common.Controls;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The attempt to get a session: a spinner with Cancel, or what went wrong with what to do next. */
final class OpeningBanner extends HBox {

  private static final double SPINNER = 22;

  private final Opening opening;

  OpeningBanner(Opening opening) {
    this.opening = opening;
    setId("opening");
    getStyleClass().add("banner");
    opening.stateProperty().subscribe(this::show);
  }

  private void show(Opening.State state) {
    getStyleClass().removeAll("banner-info", "banner-danger");
    getChildren().clear();
    boolean idle = state instanceof Opening.State.Idle;
    setVisible(!idle);
    setManaged(!idle);
    if (state instanceof Opening.State.Busy busy) {
      getStyleClass().add("banner-info");
      ProgressIndicator spinner = new ProgressIndicator();
      spinner.setPrefSize(SPINNER, SPINNER);
      Button cancel = new Button("Cancel");
      cancel.setId("cancel-opening");
      cancel.setOnAction(event -> opening.cancel());
      getChildren()
          .addAll(
              spinner,
              Controls.label(busy.source().doing() + " …", "strong"),
              Controls.spacer(),
              cancel);
    } else if (state instanceof Opening.State.Failed failed) {
      getStyleClass().add("banner-danger");
      getChildren().addAll(failure(failed));
    }
  }

  private Node[] failure(Opening.State.Failed failed) {
    Label reason = Controls.label(failed.reason() + "\n" + failed.source().advice());
    reason.setId("opening-failure");
    reason.setWrapText(true);
    reason.setMinHeight(USE_PREF_SIZE);
    VBox text =
        new VBox(2, Controls.label(failed.source().doing() + " did not work", "strong"), reason);
    HBox.setHgrow(text, Priority.ALWAYS);
    SessionSource readable = failed.readable();
    Button retry = new Button(readable == null ? "Try again" : "Show what can be read");
    retry.setMinWidth(USE_PREF_SIZE);
    retry.setOnAction(event -> opening.begin(readable == null ? failed.source() : readable));
    return new Node[] {
      Controls.icon(MaterialDesignA.ALERT_CIRCLE_OUTLINE, "danger"),
      text,
      retry,
      Controls.iconButton(MaterialDesignC.CLOSE, "Dismiss", opening::cancel)
    };
  }
}
