package dev.loopscope.dashboard.ui.common;

import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;

/** The words the window uses for things that come as classes and constants. */
public final class Names {

  private static final String LAMBDA = "$$Lambda";
  private static final int NATIVE_LINE = -2;

  private Names() {}

  /**
   * A class name without its package, and without what the compiler made up: {@code
   * com.example.Chat$$Lambda/0x0123} reads {@code Chat λ}.
   */
  public static String shortType(String className) {
    int lambda = className.indexOf(LAMBDA);
    String base = lambda >= 0 ? className.substring(0, lambda) : className;
    int hidden = base.indexOf('/');
    if (hidden > 0) {
      base = base.substring(0, hidden);
    }
    String simple = base.substring(base.lastIndexOf('.') + 1);
    return lambda >= 0 ? simple + " λ" : simple;
  }

  /** For example {@code ChatHandler.onMessage (ChatHandler.java:42)}. */
  public static String frame(StackFrame frame) {
    return shortType(frame.className()) + "." + frame.method() + " (" + place(frame) + ")";
  }

  /** Where a frame stands, for example {@code ChatHandler.java:42}. */
  public static String place(StackFrame frame) {
    if (frame.line() == NATIVE_LINE) {
      return "native";
    } else if (frame.file().isEmpty()) {
      return "unknown source";
    }
    return frame.line() < 0 ? frame.file() : frame.file() + ":" + frame.line();
  }

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
