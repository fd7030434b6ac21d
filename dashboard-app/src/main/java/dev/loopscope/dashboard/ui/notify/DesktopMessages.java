package dev.loopscope.dashboard.ui.notify;

import dev.loopscope.dashboard.ui.source.ProgramStart;
import java.io.IOException;
import java.util.Locale;

/** Messages of the desktop. Starts programs or waits for the system: not for the FX thread. */
public interface DesktopMessages {

  /**
   * Shows a message in the way of the desktop, without taking the focus.
   *
   * @throws IOException with a sentence for the user, when this desktop cannot
   */
  void show(Notice notice) throws IOException;

  /**
   * The way of this desktop.
   *
   * @param osName as the system property {@code os.name}
   */
  static DesktopMessages of(String osName, ProgramStart programs) {
    String os = osName.toLowerCase(Locale.ROOT);
    return os.startsWith("windows")
        ? new TrayMessages()
        : new CommandMessages(programs, os.startsWith("mac"));
  }
}
