package dev.loopscope.dashboard.ui;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks the user for files. FX thread. */
public interface FileChoices {

  /** A recording to open; null when the user thought better of it. */
  @Nullable Path chooseRecording();

  /** Where to save, with a name to begin with; null when the user thought better of it. */
  @Nullable Path chooseTarget(String suggestedName);
}
