package dev.loopscope.dashboard.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Says whether a window can be shown, before JavaFX is asked: once JavaFX failed to find a display,
 * it cannot be started in another way in the same process.
 */
final class DisplayCheck {

  private static final String LIBRARY = "libgtk-3.so.0";

  private DisplayCheck() {}

  /** What is missing, as a sentence that says what to do; empty when a window can be shown. */
  static String missing() throws InterruptedException {
    if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
      return "";
    }
    String display = System.getenv("DISPLAY");
    if (display == null || display.isBlank()) {
      return "There is no display: DISPLAY is not set. Start it in a desktop session, or use a"
          + " command that needs none: \"loopscope demo --headless\", \"loopscope attach PID"
          + " --headless\", \"loopscope snapshot FILE -o PNG\".";
    }
    return hasGtk()
        ? ""
        : "GTK 3 is missing, which windows need. Install it with: sudo apt-get install -y libgtk-3-0"
            + " (Fedora: sudo dnf install gtk3). Without it, use --headless.";
  }

  /** Whether the linker knows GTK 3; true as well when the linker cannot be asked. */
  private static boolean hasGtk() throws InterruptedException {
    try {
      Process ldconfig =
          new ProcessBuilder("/sbin/ldconfig", "-p")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean found;
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(ldconfig.getInputStream(), StandardCharsets.UTF_8))) {
        found = lines.lines().filter(line -> line.contains(LIBRARY)).count() > 0;
      }
      boolean answered = ldconfig.waitFor(5, TimeUnit.SECONDS) && ldconfig.exitValue() == 0;
      return found || !answered;
    } catch (IOException e) {
      // No ldconfig on this system: let JavaFX find out.
      return true;
    }
  }
}
