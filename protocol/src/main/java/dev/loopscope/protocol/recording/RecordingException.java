package dev.loopscope.protocol.recording;

import java.io.IOException;

/**
 * A recording cannot be opened or written. The message says what happened, why, and what to do
 * next.
 */
public final class RecordingException extends IOException {

  private static final long serialVersionUID = 1L;

  public RecordingException(String message) {
    super(message);
  }

  public RecordingException(String message, Throwable cause) {
    super(message, cause);
  }
}
