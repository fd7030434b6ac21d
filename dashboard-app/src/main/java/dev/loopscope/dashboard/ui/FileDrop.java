package dev.loopscope.dashboard.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;

/** Lets the user drop a file anywhere on a node. */
final class FileDrop {

  private static final String STYLE = "drop-here";

  private FileDrop() {}

  static void accept(Node node, Consumer<Path> dropped) {
    node.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    node.setOnDragEntered(event -> node.getStyleClass().add(STYLE));
    node.setOnDragExited(event -> node.getStyleClass().removeAll(List.of(STYLE)));
    node.setOnDragDropped(
        event -> {
          List<File> files = event.getDragboard().getFiles();
          if (!files.isEmpty()) {
            dropped.accept(files.get(0).toPath());
          }
          event.setDropCompleted(!files.isEmpty());
          event.consume();
        });
  }
}
