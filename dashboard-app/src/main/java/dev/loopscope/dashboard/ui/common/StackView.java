package dev.loopscope.dashboard.ui.common;

import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/**
 * A call stack, innermost frame first; the frame to blame stands out by icon, weight and colour.
 */
public final class StackView extends ListView<StackView.Line> {

  private static final double ROW_HEIGHT = 26;

  private @Nullable Consumer<StackFrame> source;

  /** A frame and whether it is the one to blame. */
  public record Line(StackFrame frame, boolean culprit) {}

  public StackView() {
    getStyleClass().add("stack-view");
    setAccessibleText("Call stack, innermost frame first");
    setFixedCellSize(ROW_HEIGHT);
    setCellFactory(view -> new FrameCell());
    setPlaceholder(new Label("No stack was taken."));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Line line = getSelectionModel().getSelectedItem();
          if (line != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.O)) {
            event.consume();
            open(line);
          }
        });
  }

  /** Opens the source of a frame with {@code opener}: by double click, Enter or O. */
  public void onOpen(Consumer<StackFrame> opener) {
    source = opener;
  }

  private void open(Line line) {
    if (source != null) {
      source.accept(line.frame());
    }
  }

  /**
   * Shows {@code stack}.
   *
   * @param culpritFrame index of the frame to blame, negative when there is none
   */
  public void show(@Nullable Stack stack, int culpritFrame) {
    List<Line> lines = new ArrayList<>();
    if (stack != null) {
      for (StackFrame frame : stack.frames()) {
        lines.add(new Line(frame, lines.size() == culpritFrame));
      }
    }
    if (!lines.equals(getItems())) {
      getItems().setAll(lines);
    }
  }

  /** Makes the view as high as its frames, for use within something that scrolls. */
  public void fitHeight(int maxRows) {
    setPrefHeight(Math.min(maxRows, Math.max(1, getItems().size())) * ROW_HEIGHT + 4);
    setMinHeight(USE_PREF_SIZE);
  }

  private final class FrameCell extends ListCell<Line> {

    FrameCell() {
      addEventHandler(
          MouseEvent.MOUSE_CLICKED,
          event -> {
            Line line = getItem();
            if (line != null && event.getClickCount() == 2) {
              open(line);
            }
          });
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      if (line == null || empty) {
        setGraphic(null);
        setTooltip(null);
        return;
      }
      StackFrame frame = line.frame();
      Label text = Controls.label(CodeNames.frame(frame), "frame-text");
      HBox row = Controls.row("stack-frame", text);
      if (line.culprit()) {
        row.getStyleClass().add("frame-culprit");
        row.getChildren().add(0, Controls.icon(MaterialDesignA.ARROW_RIGHT_BOLD, "danger"));
        row.getChildren().add(Controls.label("blocks here", "danger-text"));
      } else if (frame.origin() != Origin.APPLICATION) {
        row.getStyleClass().add("frame-other");
      }
      setGraphic(row);
      setTooltip(
          new Tooltip(
              frame.className()
                  + "."
                  + frame.method()
                  + " ("
                  + CodeNames.place(frame)
                  + ")"
                  + (source == null ? "" : "\nDouble click opens the source")));
    }
  }
}
