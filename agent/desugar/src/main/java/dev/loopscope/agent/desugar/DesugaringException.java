package dev.loopscope.agent.desugar;

/** A class uses {@code invokedynamic} for something that cannot be rewritten: the build stops. */
public final class DesugaringException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DesugaringException(String message) {
    super(message);
  }
}
