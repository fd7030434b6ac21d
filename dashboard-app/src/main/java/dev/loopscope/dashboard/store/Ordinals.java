package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.RunKind;

/** Kinds and outcomes as the numbers that the protocol fixes for them. */
@SuppressWarnings("EnumOrdinal") // the order is part of the protocol
final class Ordinals {

  static final int TASK = RunKind.TASK.ordinal();
  static final int TIMER = RunKind.TIMER.ordinal();
  static final int IO = RunKind.IO.ordinal();
  static final int FAILED = Outcome.FAILED.ordinal();
  static final int CANCELLED = Outcome.CANCELLED.ordinal();

  private static final RunKind[] KINDS = RunKind.values();
  private static final Outcome[] OUTCOMES = Outcome.values();

  private Ordinals() {}

  static int of(RunKind kind) {
    return kind.ordinal();
  }

  static RunKind kind(int ordinal) {
    return KINDS[ordinal];
  }

  static Outcome outcome(int ordinal) {
    return OUTCOMES[ordinal];
  }
}
