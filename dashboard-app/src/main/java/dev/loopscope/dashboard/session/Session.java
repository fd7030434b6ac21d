package dev.loopscope.dashboard.session;

import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.session.clip.Clips;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One watched process, live or from a recording: the same data either way.
 *
 * <p>A session owns the one thread that writes its {@link #trace()}; every method may be called
 * from any thread. {@link #saveTo} and {@link #close} may take long and are not for the FX thread.
 */
public interface Session extends AutoCloseable {

  /** What is known of the process, growing while the session is live or loading. */
  Trace trace();

  /** What was worth an alert so far. */
  AlertLog alerts();

  /** The clips that its alerts kept; a recording keeps none. */
  default Clips clips() {
    return Clips.NONE;
  }

  /** Where the session stands; changes over time. */
  SessionStatus status();

  /** A short name for title bars and file names, for example {@code "chat-server · pid 4711"}. */
  String title();

  /** Whether the data comes from a running process. */
  boolean isLive();

  /**
   * Keeps all that is still there as a recording, including what came before somebody asked. An
   * existing file is replaced only when the new one is complete.
   *
   * @throws IOException with a sentence for the user
   */
  void saveTo(Path file) throws IOException;

  /**
   * Asks the agent to use {@code settings} from now on.
   *
   * @throws IllegalStateException when the session is not live
   */
  void configure(Settings settings);

  /**
   * Asks the agent to leave and takes its last frames; a recording has nothing to finish. What is
   * there stays and can be saved until the session is closed. Waits for the agent, but not for
   * ever; not for the FX thread. Safe to call twice.
   */
  default void finish() {}

  /** Detaches the agent or closes the file, ends the session's threads. Safe to call twice. */
  @Override
  void close();
}
