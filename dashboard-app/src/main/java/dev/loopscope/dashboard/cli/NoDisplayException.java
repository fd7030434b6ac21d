package dev.loopscope.dashboard.cli;

import org.jspecify.annotations.Nullable;

/** There is nowhere to show a window; the message says why and what to do. */
public final class NoDisplayException extends Exception {

  private static final long serialVersionUID = 1L;

  public NoDisplayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
