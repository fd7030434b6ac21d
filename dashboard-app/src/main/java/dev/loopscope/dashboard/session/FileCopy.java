package dev.loopscope.dashboard.session;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies a file so that the copy appears, replacing an older one, only when it is complete. */
final class FileCopy {

  private FileCopy() {}

  /**
   * Copies {@code from} to {@code to}; copying a file onto itself does nothing.
   *
   * @throws IOException with a sentence for the user; an older file is then unchanged
   */
  static void copy(Path from, Path to) throws IOException {
    Path target = to.toAbsolutePath();
    if (Files.exists(target) && Files.isSameFile(from, target)) {
      return;
    }
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException(to + " is a folder: nothing was saved. Name a file in it.");
    } else if (!Files.isDirectory(folder)) {
      throw new IOException(
          "The folder "
              + folder
              + " does not exist: nothing was saved. Create it or choose another.");
    }
    try {
      Path fresh = Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
      try {
        Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
        move(fresh, target);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new IOException(
          to + " was not saved (" + e.getMessage() + "): choose another place.", e);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
