package dev.loopscope.dashboard.ui.start;

import java.io.IOException;

/** A recording is damaged, and only a whole one was wanted. The message is a sentence. */
final class DamagedRecordingException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient SessionSource readable;

  /**
   * Says what is wrong.
   *
   * @param readable opens what can be read of it
   */
  DamagedRecordingException(String message, SessionSource readable) {
    super(message);
    this.readable = readable;
  }

  SessionSource readable() {
    return readable;
  }
}
