package dev.loopscope.dashboard.ui.start;

import dev.loopscope.dashboard.session.AttachableProcess;
import dev.loopscope.dashboard.ui.common.Controls;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** A JVM in the list: its name, and a button to attach or the reason why that cannot be. */
final class ProcessCell extends ListCell<AttachableProcess> {

  private final Consumer<AttachableProcess> attach;

  ProcessCell(Consumer<AttachableProcess> attach) {
    this.attach = attach;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable AttachableProcess process, boolean empty) {
    super.updateItem(process, empty);
    setGraphic(process == null || empty ? null : row(process));
    setAccessibleText(process == null || empty ? "" : spoken(process));
  }

  private HBox row(AttachableProcess process) {
    Label name = Controls.label(process.name(), "row-name");
    String version = process.javaVersion().isEmpty() ? "" : " · Java " + process.javaVersion();
    VBox text = new VBox(name, Controls.label("pid " + process.pid() + version, "muted"));
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    if (!process.attachable()) {
      Label reason = Controls.label(process.reasonIfNot(), "muted");
      reason.setWrapText(true);
      reason.setMinHeight(USE_PREF_SIZE);
      text.getChildren().add(reason);
      return Controls.row(
          "process-row", Controls.icon(MaterialDesignL.LOCK_OUTLINE, "muted"), text);
    }
    Button button = new Button("Attach");
    button.setMinWidth(USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setAccessibleText("Attach to " + process.name());
    button.setOnAction(event -> attach.accept(process));
    return Controls.row(
        "process-row", Controls.icon(MaterialDesignC.COFFEE_OUTLINE, "accent"), text, button);
  }

  private static String spoken(AttachableProcess process) {
    return process.name()
        + ", process "
        + process.pid()
        + (process.attachable() ? ", Enter attaches" : ", " + process.reasonIfNot());
  }
}
