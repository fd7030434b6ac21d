package dev.loopscope.dashboard.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the Java version of a process from the {@code release} file of the JDK that it runs on, and
 * remembers it by JDK. Any thread.
 */
final class JavaHomes {

  private static final String KEY = "JAVA_VERSION=";

  private final Map<Path, String> versions = new ConcurrentHashMap<>();

  /** For example {@code "17.0.15"}; empty when it cannot be told. */
  String versionOf(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(Path::of)
        .map(command -> versions.computeIfAbsent(command, JavaHomes::read))
        .orElse("");
  }

  private static String read(Path command) {
    Path bin = command.getParent();
    Path home = bin == null ? null : bin.getParent();
    if (home == null) {
      return "";
    }
    try {
      for (String line : Files.readAllLines(home.resolve("release"))) {
        if (line.startsWith(KEY)) {
          return line.substring(KEY.length()).replace("\"", "").strip();
        }
      }
      return "";
    } catch (IOException e) {
      // Another user's JDK, a private runtime without that file, or a container's: unknown it is.
      return "";
    }
  }

  /**
   * The feature release of a version: 17 of {@code "17.0.15"}, 8 of {@code "1.8.0_402"}; else 0.
   */
  static int feature(String version) {
    String[] parts = version.split("[._+-]", 3);
    try {
      int first = Integer.parseInt(parts[0]);
      return first == 1 && parts.length > 1 ? Integer.parseInt(parts[1]) : first;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
