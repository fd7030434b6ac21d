package dev.loopscope.dashboard.ui.notify;

import dev.loopscope.dashboard.ui.source.ProgramStart;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Messages through the program that the desktop has for them: {@code notify-send} on Linux, {@code
 * osascript} on macOS. A program of its own keeps AWT, which gets in JavaFX's way there, out of
 * this process; it is started without a shell and what it is told is never read as markup.
 */
public final class CommandMessages implements DesktopMessages {

  private static final long PATIENCE_SECONDS = 5;
  private static final int MAX_LENGTH = 400;

  private final ProgramStart programs;
  private final boolean mac;

  public CommandMessages(ProgramStart programs, boolean mac) {
    this.programs = programs;
    this.mac = mac;
  }

  @Override
  public void show(Notice notice) throws IOException {
    List<String> command = mac ? osascript(notice) : notifySend(notice);
    Process process;
    try {
      process = programs.start(command);
    } catch (IOException e) {
      throw new IOException(
          command.get(0)
              + " could not be started, so this desktop shows no notifications of alerts. "
              + (mac
                  ? "Switch them off in the settings."
                  : "Install it (sudo apt-get install -y libnotify-bin), or switch them off in the"
                      + " settings."),
          e);
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        throw new IOException(command.get(0) + " did not end, so no notification may have shown.");
      } else if (process.exitValue() != 0) {
        throw new IOException(
            command.get(0)
                + " ended with "
                + process.exitValue()
                + ": this desktop has no place for notifications. Switch them off in the"
                + " settings.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The title is plain text; the body may be read as markup, so nothing in it may look like it. */
  private static List<String> notifySend(Notice notice) {
    String body =
        capped(notice.text()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return List.of("notify-send", "--app-name=Loopscope", "--", capped(notice.title()), body);
  }

  /** The texts are arguments of the script, not part of it. */
  private static List<String> osascript(Notice notice) {
    return List.of(
        "osascript",
        "-e",
        "on run argv",
        "-e",
        "display notification (item 2 of argv) with title (item 1 of argv)",
        "-e",
        "end run",
        "--",
        capped(notice.title()),
        capped(notice.text()));
  }

  private static String capped(String text) {
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
  }
}
