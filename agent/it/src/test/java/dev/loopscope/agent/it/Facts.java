package dev.loopscope.agent.it;

import java.util.StringJoiner;

/** What a program sees of its own tasks, in one line. */
final class Facts {
  private final StringJoiner line = new StringJoiner("; ");

  void add(String what, Object fact) {
    line.add(what + ": " + fact);
  }

  @Override
  public String toString() {
    return line.toString();
  }
}
