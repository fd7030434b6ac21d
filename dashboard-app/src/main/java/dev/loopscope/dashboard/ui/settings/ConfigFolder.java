package dev.loopscope.dashboard.ui.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a user's settings belong on each operating system. */
public final class ConfigFolder {

  private ConfigFolder() {}

  /**
   * The folder for our settings: below {@code XDG_CONFIG_HOME} or {@code ~/.config} on Linux, below
   * {@code APPDATA} on Windows, in the library of the user on macOS.
   *
   * @param environment as {@link System#getenv()}
   * @param osName as the system property {@code os.name}
   * @param home the user's home folder
   */
  public static Path of(Map<String, String> environment, String osName, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.startsWith("windows")) {
      return orElse(environment.get("APPDATA"), home.resolve("AppData").resolve("Roaming"))
          .resolve("Loopscope");
    } else if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Loopscope");
    }
    return orElse(environment.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("loopscope");
  }

  private static Path orElse(@Nullable String folder, Path byDefault) {
    return folder == null || folder.isBlank() ? byDefault : Path.of(folder);
  }
}
