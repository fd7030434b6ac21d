package dev.loopscope.dashboard.ui.start;

import dev.loopscope.dashboard.session.Extras;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Where a session comes from, as the user chose it. */
public sealed interface SessionSource {

  /** Blocks until there is a session; not for the FX thread. */
  Session open(SessionOpener opener) throws IOException, InterruptedException;

  /** What is going on meanwhile, for example {@code "Attaching to chat-server (pid 4711)"}. */
  String doing();

  /** What to try when it did not work; a sentence. */
  String advice();

  /** Whether it says itself from when on a run is too long. */
  default boolean givesLimits() {
    return false;
  }

  /**
   * A running JVM.
   *
   * @param extras what to watch besides
   */
  record Jvm(long pid, String name, Extras extras) implements SessionSource {
    public Jvm(long pid, String name) {
      this(pid, name, Extras.NONE);
    }

    @Override
    public Session open(SessionOpener opener) throws IOException, InterruptedException {
      return opener.attach(pid, extras);
    }

    @Override
    public String doing() {
      return "Attaching to " + name + " (pid " + pid + ")";
    }

    @Override
    public String advice() {
      return "Check that the process still runs and belongs to you, then try again.";
    }

    @Override
    public boolean givesLimits() {
      return !extras.limits().isEmpty();
    }
  }

  /**
   * A recording.
   *
   * @param wholeOnly whether there is a session only once the file was read to its end and is not
   *     damaged: for when another one would have to make room
   */
  record Recording(Path path, boolean wholeOnly) implements SessionSource {

    private static final long POLL_MILLIS = 20;

    /** Shown while it is read, up to its end or its damage. */
    public Recording(Path path) {
      this(path, false);
    }

    @Override
    public Session open(SessionOpener opener) throws IOException, InterruptedException {
      Session session = opener.open(path);
      if (!wholeOnly) {
        return session;
      }
      boolean whole = false;
      try {
        whole = isWhole(session);
      } finally {
        if (!whole) {
          session.close();
        }
      }
      if (!whole) {
        throw new DamagedRecordingException(session.status().message(), new Recording(path));
      }
      return session;
    }

    private static boolean isWhole(Session session) throws InterruptedException {
      while (session.status().phase() == Phase.OPENING) {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      }
      return session.status().phase() != Phase.FAILED;
    }

    @Override
    public String doing() {
      return "Opening " + path.getFileName();
    }

    @Override
    public String advice() {
      return "Choose a file that Loopscope saved; their names end in .loopscope.";
    }
  }

  /** An agent that listens. */
  record Address(String host, int port, String token) implements SessionSource {
    @Override
    public Session open(SessionOpener opener) throws IOException, InterruptedException {
      return opener.connect(host, port, token);
    }

    @Override
    public String doing() {
      return "Connecting to " + host + ":" + port;
    }

    @Override
    public String advice() {
      return "Check that the target runs with the agent's listen option, and its address and"
          + " token.";
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
      return doing();
    }
  }

  /** The sample program. */
  record Demo() implements SessionSource {
    @Override
    public Session open(SessionOpener opener) throws IOException, InterruptedException {
      return opener.demo();
    }

    @Override
    public String doing() {
      return "Starting the demo";
    }

    @Override
    public String advice() {
      return "Try again; the demo needs a Java runtime that may start another one.";
    }
  }
}
