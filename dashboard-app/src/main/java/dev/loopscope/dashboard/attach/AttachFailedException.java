package dev.loopscope.dashboard.attach;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Attaching did not work; the message says what happened, why, and what to do next. */
public class AttachFailedException extends IOException {

  private static final long serialVersionUID = 1L;

  public AttachFailedException(String message) {
    super(message);
  }

  public AttachFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
