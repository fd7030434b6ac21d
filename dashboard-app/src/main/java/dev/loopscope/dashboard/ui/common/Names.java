package dev.loopscope.dashboard.ui.common;

import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;

/** The words the window uses for things that come as classes and constants. */
public final class Names {

  private Names() {}

  public static String kind(RunKind kind) {
    return switch (kind) {
      case TASK -> "task";
      case TIMER -> "timer";
      case IO -> "I/O";
      case INTERNAL -> "internal";
    };
  }

  public static String outcome(Outcome outcome) {
    return switch (outcome) {
      case DONE -> "done";
      case FAILED -> "failed";
      case CANCELLED -> "cancelled";
    };
  }

  public static String pause(Pause.Cause cause) {
    return switch (cause) {
      case GC -> "Garbage collection";
      case SAFEPOINT -> "Safepoint";
      case FROZEN -> "Process frozen";
    };
  }

  /** What kept a run from going on, in words. */
  public static String cause(Stall.Cause cause) {
    return switch (cause) {
      case UNKNOWN -> "unknown";
      case GC -> "garbage collection";
      case SAFEPOINT -> "safepoint";
      case FROZEN -> "process frozen";
      case LOCK -> "waiting for a lock";
      case SLEEP -> "sleeping";
      case WAIT -> "waiting";
      case BLOCKING_IO -> "blocking I/O";
      case CPU -> "computing";
      case STARVED -> "no processor free";
    };
  }
}
