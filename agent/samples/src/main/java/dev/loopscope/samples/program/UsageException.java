package dev.loopscope.samples.program;

/** The command line cannot be understood; the message says why and what would be. */
public final class UsageException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
