package dev.loopscope.samples.program;

/** A sample could not do its job; the message says what happened, why, and what to do next. */
public final class SampleFailure extends Exception {
  private static final long serialVersionUID = 1L;

  public SampleFailure(String message) {
    super(message);
  }
}
