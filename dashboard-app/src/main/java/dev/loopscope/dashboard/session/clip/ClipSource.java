package dev.loopscope.dashboard.session.clip;

import java.io.IOException;
import java.nio.file.Path;

/** Where clips are cut from: what is kept of a live session. */
public interface ClipSource {

  /**
   * Saves what is kept of a stretch of time as a recording of its own, which appears only when it
   * is complete.
   *
   * @throws IOException with a sentence for the user
   */
  void saveTo(Path file, long fromNanos, long toNanos) throws IOException;
}
