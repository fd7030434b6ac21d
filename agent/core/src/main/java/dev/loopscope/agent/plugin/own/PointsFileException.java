package dev.loopscope.agent.plugin.own;

/** A points file cannot be used; the message says which line, what is wrong, and what to write. */
public final class PointsFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PointsFileException(String message) {
    super(message);
  }

  PointsFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
