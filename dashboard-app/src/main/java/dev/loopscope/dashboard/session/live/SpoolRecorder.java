package dev.loopscope.dashboard.session.live;

import dev.loopscope.dashboard.session.clip.ClipSource;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.recording.Spool;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the session's frames in the spool. A disk that fails ends the recording, never the session:
 * what was kept before can still be saved.
 */
final class SpoolRecorder implements ClipSource {

  private final Spool spool;
  private volatile String problem = "";
  private volatile boolean closed;

  SpoolRecorder(Spool spool) {
    this.spool = spool;
  }

  /** For the session's reader thread. */
  void write(Frame frame) {
    if (closed || !problem.isEmpty()) {
      return;
    }
    try {
      spool.write(frame);
    } catch (IOException e) {
      problem =
          "Recording stopped ("
              + e.getMessage()
              + "); the view goes on. Save now to keep what was recorded before.";
    }
  }

  /** Why nothing is recorded any more; empty when all is well. */
  String problem() {
    return problem;
  }

  void saveTo(Path file) throws IOException {
    saveTo(file, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  @Override
  public void saveTo(Path file, long fromNanos, long toNanos) throws IOException {
    if (closed) {
      throw gone(file, null);
    }
    try {
      spool.saveTo(file, fromNanos, toNanos);
    } catch (IllegalStateException e) {
      throw gone(file, e);
    }
  }

  private static IOException gone(Path file, @Nullable Throwable cause) {
    return new IOException(
        file + " was not saved: the session is closed and its recording is gone. Save sooner.",
        cause);
  }

  void close() {
    closed = true;
    try {
      spool.close();
    } catch (IOException e) {
      problem = "The temporary recording could not be removed: " + e.getMessage();
    }
  }
}
