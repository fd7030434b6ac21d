package dev.loopscope.dashboard.session;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The ways to get a {@link Session}. Every method may block, so none is for the FX thread;
 * interrupting the calling thread gives up and leaves nothing behind. The caller closes the
 * session.
 *
 * <p>The message of an exception is for the user: what happened, why, and what to do next.
 */
public interface SessionOpener {

  /** Attaches the agent to the process {@code pid}; returns once it has said hello. */
  default Session attach(long pid) throws IOException, InterruptedException {
    return attach(pid, Extras.NONE);
  }

  /**
   * As {@link #attach(long)}.
   *
   * @param extras what to watch besides
   */
  Session attach(long pid, Extras extras) throws IOException, InterruptedException;

  /** Connects to an agent that listens; returns once both sides have proved the token. */
  Session connect(String host, int port, String token) throws IOException, InterruptedException;

  /**
   * Opens a recording; returns once its first frame is read, the rest loads while the session is
   * {@link SessionStatus.Phase#OPENING}.
   */
  Session open(Path file) throws IOException, InterruptedException;

  /** Starts the sample program in its own JVM and attaches to it; closing ends the sample too. */
  Session demo() throws IOException, InterruptedException;
}
