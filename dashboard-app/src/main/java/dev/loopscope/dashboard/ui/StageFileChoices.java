package dev.loopscope.dashboard.ui;

import java.io.File;
import java.nio.file.Path;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The file choosers of the operating system. */
final class StageFileChoices implements FileChoices {

  private static final String EXTENSION = ".loopscope";

  private final Stage stage;

  StageFileChoices(Stage stage) {
    this.stage = stage;
  }

  @Override
  public @Nullable Path chooseRecording() {
    return path(chooser("Open a recording").showOpenDialog(stage));
  }

  @Override
  public @Nullable Path chooseTarget(String suggestedName) {
    FileChooser chooser = chooser("Save the session");
    chooser.setInitialFileName(suggestedName);
    Path chosen = path(chooser.showSaveDialog(stage));
    return chosen == null || chosen.toString().endsWith(EXTENSION)
        ? chosen
        : chosen.resolveSibling(chosen.getFileName() + EXTENSION);
  }

  private static FileChooser chooser(String title) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter("Loopscope recordings", "*" + EXTENSION),
            new FileChooser.ExtensionFilter("All files", "*"));
    return chooser;
  }

  private static @Nullable Path path(@Nullable File file) {
    return file == null ? null : file.toPath();
  }
}
