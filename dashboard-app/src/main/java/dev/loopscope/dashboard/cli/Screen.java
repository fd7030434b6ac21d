package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.session.Session;
import java.io.IOException;
import java.nio.file.Path;

/** What the command line needs of the window. */
public interface Screen {

  /**
   * Shows the dashboard and returns when its last window is closed.
   *
   * @param first what it opens with
   * @throws NoDisplayException when there is no display, or the system's GTK is missing; the
   *     message says what to do
   */
  void show(StartWith first) throws NoDisplayException, InterruptedException;

  /**
   * Renders the session window as a PNG without a display, exactly as it would be shown.
   *
   * @throws IOException with a sentence, when the file cannot be written
   */
  void picture(Session session, Path file, PictureOptions options)
      throws IOException, InterruptedException;
}
