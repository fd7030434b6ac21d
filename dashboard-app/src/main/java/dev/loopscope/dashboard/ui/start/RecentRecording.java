package dev.loopscope.dashboard.ui.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A recording that was opened or saved before.
 *
 * @param path where it was
 * @param bytes its size, -1 when it is missing
 * @param modified when it was last written; the epoch when it is missing
 */
public record RecentRecording(Path path, long bytes, Instant modified) {

  public boolean isMissing() {
    return bytes < 0;
  }

  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Looks at the disk: not for the FX thread. A file that cannot be read counts as missing. */
  static RecentRecording lookAt(Path path) {
    try {
      return new RecentRecording(
          path, Files.size(path), Files.getLastModifiedTime(path).toInstant());
    } catch (IOException e) {
      return new RecentRecording(path, -1, Instant.EPOCH);
    }
  }
}
