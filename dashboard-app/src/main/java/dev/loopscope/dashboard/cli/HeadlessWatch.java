package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.analysis.report.Report;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Watches a process for a time without a window and leaves three files: the session, its picture
 * and its report. The same session, window and report code as with a display.
 */
final class HeadlessWatch {

  /** Opens the session to watch. */
  interface Opener {
    Session open() throws IOException, InterruptedException;
  }

  private static final long POLL_MILLIS = 100;

  private final Screen screen;

  HeadlessWatch(Screen screen) {
    this.screen = screen;
  }

  /** Prints the report to {@code out} and what goes on to {@code err}; returns the exit code. */
  int run(Opener opener, HeadlessOptions options, PrintWriter out, PrintWriter err)
      throws IOException, InterruptedException {
    try (Session session = opener.open()) {
      // Now, so that attaching in vain leaves nothing and a wrong folder is told before the wait.
      Path folder = Files.createDirectories(options.folder());
      OnExit onExit = new OnExit(session::close);
      say(err, "Watching " + session.title() + " for " + seconds(options.duration()) + " s …");
      if (!await(session, options.duration())) {
        say(err, "The session ended early. " + session.status().message());
      }
      session.finish();
      onExit.cancel();
      return leave(session, folder, options.size(), out, err);
    }
  }

  private int leave(Session session, Path folder, ImageSize size, PrintWriter out, PrintWriter err)
      throws IOException, InterruptedException {
    session.saveTo(folder.resolve("session.loopscope"));
    Report report = Report.of(session.trace(), session.alerts());
    report.writeJson(folder.resolve("report.json"));
    out.print(report.toText());
    out.flush();
    screen.picture(
        session,
        folder.resolve("dashboard.png"),
        new PictureOptions(
            size.width(), size.height(), null, PictureOptions.Lanes.LOOP, /* dark= */ false));
    String unused = UnusedLimits.of(session.trace());
    if (!unused.isEmpty()) {
      say(err, "loopscope: " + unused);
    }
    say(err, "Wrote session.loopscope, dashboard.png and report.json to " + folder + ".");
    return session.status().phase() == Phase.FAILED ? ExitCode.FAILURE : ExitCode.OK;
  }

  /** Waits until the time is over or the session ends by itself; false in the latter case. */
  private static boolean await(Session session, Duration duration) throws InterruptedException {
    long deadline = System.nanoTime() + duration.toNanos();
    while (deadline - System.nanoTime() > 0) {
      Phase phase = session.status().phase();
      if (phase == Phase.ENDED || phase == Phase.FAILED) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return true;
  }

  private static void say(PrintWriter err, String line) {
    err.println(line);
    err.flush();
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? Long.toString(duration.toSeconds())
        : Double.toString(duration.toMillis() / 1000.0);
  }
}
