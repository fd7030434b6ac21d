package dev.loopscope.dashboard.ui.start;

import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.EmptyState;
import dev.loopscope.dashboard.ui.common.Format;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** Recordings opened or saved before; missing ones are said to be, and can be forgotten. */
final class RecentPanel extends VBox {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

  private final StartViewModel model;
  private final ListView<RecentRecording> list = new ListView<>();

  RecentPanel(StartViewModel model, Runnable chooseFile) {
    this.model = model;
    getStyleClass().add("panel");
    list.setId("recent");
    list.setItems(model.recent());
    list.setCellFactory(view -> new Cell());
    list.setAccessibleText("Recent recordings");
    list.setPlaceholder(
        new EmptyState(
            MaterialDesignF.FILE_CLOCK_OUTLINE,
            "No recordings yet",
            "Save a session, or drop a .loopscope file anywhere in this window."));
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openSelected();
          }
        });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openSelected();
          } else if (event.getCode() == KeyCode.DELETE) {
            forgetSelected();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    Button open = Controls.button("Open file…", MaterialDesignF.FOLDER_OPEN_OUTLINE, chooseFile);
    open.setId("open-file");
    getChildren()
        .addAll(
            Controls.row(
                "panel-head", Controls.label("Recordings", "panel-title"), Controls.spacer(), open),
            list);
  }

  private void openSelected() {
    RecentRecording recording = list.getSelectionModel().getSelectedItem();
    if (recording != null && !recording.isMissing()) {
      model.open(recording.path());
    }
  }

  private void forgetSelected() {
    RecentRecording recording = list.getSelectionModel().getSelectedItem();
    if (recording != null) {
      model.forget(recording);
    }
  }

  private final class Cell extends ListCell<RecentRecording> {

    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RecentRecording recording, boolean empty) {
      super.updateItem(recording, empty);
      setGraphic(recording == null || empty ? null : row(recording));
    }

    private HBox row(RecentRecording recording) {
      Label name = Controls.label(recording.name(), recording.isMissing() ? "muted" : "row-name");
      Label where = Controls.label(where(recording), "muted");
      where.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      VBox text = new VBox(name, where);
      text.setMinWidth(0);
      HBox.setHgrow(text, Priority.ALWAYS);
      Button forget =
          Controls.iconButton(
              MaterialDesignC.CLOSE,
              "Forget this recording (the file stays)",
              () -> model.forget(recording));
      forget.setFocusTraversable(false);
      return Controls.row(
          "recent-row",
          recording.isMissing()
              ? Controls.icon(MaterialDesignF.FILE_ALERT_OUTLINE, "warning")
              : Controls.icon(MaterialDesignF.FILE_CHART_OUTLINE, "accent"),
          text,
          forget);
    }

    private String where(RecentRecording recording) {
      return recording.isMissing()
          ? "Missing: no longer at " + recording.path()
          : WHEN.format(recording.modified().atZone(ZoneId.systemDefault()))
              + " · "
              + Format.bytes(recording.bytes())
              + " · "
              + recording.path().getParent();
    }
  }
}
