package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Opens a recording and waits until all of it is read. */
final class LoadedRecording {

  private static final long POLL_MILLIS = 5;

  private LoadedRecording() {}

  static Session open(SessionOpener opener, Path file) throws IOException, InterruptedException {
    Session session = opener.open(file);
    while (session.status().phase() == Phase.OPENING) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return session;
  }

  /** What a command ends with that did its work on as much of the recording as can be read. */
  static int exitCode(Session session) {
    return isDamaged(session) ? ExitCode.FAILURE : ExitCode.OK;
  }

  private static boolean isDamaged(Session session) {
    return session.status().phase() == Phase.FAILED;
  }

  /** Whether it is damaged or was not closed, so that something may be missing. */
  static boolean isIncomplete(Session session) {
    return isDamaged(session) || !session.status().message().isEmpty();
  }

  /** Says what is wrong with a recording that could be read only in part. */
  static void warn(Session session, PrintWriter err) {
    String message = session.status().message();
    if (!message.isEmpty()) {
      err.println("loopscope: " + message);
      err.flush();
    }
  }
}
