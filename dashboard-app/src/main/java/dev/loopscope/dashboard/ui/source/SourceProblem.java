package dev.loopscope.dashboard.ui.source;

import java.io.Serial;

/** A source location cannot be opened; the message is a sentence for the user. */
public final class SourceProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  SourceProblem(String sentence) {
    super(sentence);
  }

  SourceProblem(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What happened, why, and what to do next. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
