package dev.loopscope.dashboard.session;

import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.recording.RecordingEnd;
import dev.loopscope.protocol.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A session from a recording. One thread reads the file to its end and then is gone; a recording
 * that was cut off or damaged is shown up to there, and the status says so.
 */
public final class ReplaySession implements Session {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path file;
  private final RecordingReader reader;
  private final FrameIntake intake;
  private final String title;
  private final Thread thread;
  private volatile SessionStatus status = opening(0);
  private volatile boolean closed;

  private ReplaySession(Path file, RecordingReader reader, FrameIntake intake) {
    this.file = file;
    this.reader = reader;
    this.intake = intake;
    title = SessionTitle.of(reader.hello());
    thread = new Thread(this::read, "loopscope-replay");
    thread.setDaemon(true);
  }

  /**
   * Opens a recording and begins to read it.
   *
   * @param intake a fresh one
   * @throws IOException when there is nothing to read, with a sentence for the user
   */
  public static ReplaySession open(Path file, FrameIntake intake) throws IOException {
    RecordingReader reader = RecordingReader.open(file);
    intake.beginAt(reader.fromNanos());
    intake.accept(reader.hello());
    ReplaySession session = new ReplaySession(file, reader, intake);
    session.thread.start();
    return session;
  }

  private static SessionStatus opening(double progress) {
    return new SessionStatus(Phase.OPENING, "", progress);
  }

  private void read() {
    SessionStatus last = readToEnd();
    try {
      intake.end();
    } catch (RuntimeException e) {
      last = failed(file + " holds something that cannot be shown (" + e + ").");
    }
    status = last;
  }

  private SessionStatus readToEnd() {
    try (reader) {
      int chunks = reader.chunks().size();
      int seen = 0;
      // Hello was taken when the file was opened; it comes again.
      Frame frame = reader.next();
      for (frame = reader.next(); frame != null && !closed; frame = reader.next()) {
        intake.accept(frame);
        if (reader.position() != seen) {
          seen = reader.position();
          status = opening((double) seen / chunks);
        }
      }
      return ended(reader.end());
    } catch (IOException e) {
      return failed(file + " cannot be read any further (" + e.getMessage() + ").");
    } catch (RuntimeException e) {
      return failed(file + " holds something that cannot be shown (" + e + ").");
    }
  }

  private static SessionStatus ended(RecordingEnd end) {
    return switch (end.state()) {
      case COMPLETE -> new SessionStatus(Phase.ENDED, "", 1);
      case UNFINISHED -> new SessionStatus(Phase.ENDED, end.sentence(), 1);
      case DAMAGED -> new SessionStatus(Phase.FAILED, end.sentence(), 1);
    };
  }

  private static SessionStatus failed(String what) {
    return new SessionStatus(
        Phase.FAILED, what + " What came before can be read; open another copy for the rest.", 1);
  }

  @Override
  public Trace trace() {
    return intake.trace();
  }

  @Override
  public AlertLog alerts() {
    return intake.alerts();
  }

  @Override
  public SessionStatus status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public boolean isLive() {
    return false;
  }

  /** Copies the recording, all of it, as it is. */
  @Override
  public void saveTo(Path target) throws IOException {
    FileCopy.copy(file, target);
  }

  @Override
  public void configure(Settings settings) {
    throw new IllegalStateException(
        "A recording cannot be configured: its process is not there to be asked.");
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
