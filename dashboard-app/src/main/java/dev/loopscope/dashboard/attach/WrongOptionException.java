package dev.loopscope.dashboard.attach;

/**
 * What the user asked for cannot be told to any agent: asking otherwise helps, trying again not.
 */
public final class WrongOptionException extends AttachFailedException {

  private static final long serialVersionUID = 1L;

  public WrongOptionException(String message) {
    super(message);
  }
}
