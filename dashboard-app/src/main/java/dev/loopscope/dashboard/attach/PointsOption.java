package dev.loopscope.dashboard.attach;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the agent is told where a points file is: it reads the file itself, in the process. */
final class PointsOption {

  /** What attaching has room for, less what else is said. */
  private static final int MOST_BYTES = 800;

  private PointsOption() {}

  /**
   * The option, with the comma before it.
   *
   * @throws AttachFailedException when there is no such file, or its path cannot be told
   */
  static String of(Path file) throws AttachFailedException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new AttachFailedException(
          "The points file " + file + " is not there or cannot be read. Check the path.");
    }
    String path = file.toAbsolutePath().normalize().toString();
    if (path.matches("(?s).*[,\\r\\n].*")) {
      throw new AttachFailedException(
          "The path of the points file has a comma or a line end in it, which the agent's options"
              + " cannot say: "
              + path
              + ". Copy the file to another folder.");
    }
    if (path.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new AttachFailedException(
          "The path of the points file is too long for attaching: "
              + path
              + ". Copy the file to another folder.");
    }
    return ",points=" + path;
  }
}
