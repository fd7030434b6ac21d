package dev.loopscope.dashboard.words;

import dev.loopscope.protocol.Definitions.StackFrame;

/** Classes, methods and lines as short as they can be understood. */
public final class CodeNames {

  private static final String LAMBDA = "$$Lambda";
  private static final int NATIVE_LINE = -2;

  private CodeNames() {}

  /**
   * A class name without its package, and without what the compiler made up: {@code
   * com.example.Chat$$Lambda/0x0123} reads {@code Chat λ}.
   */
  public static String type(String className) {
    int lambda = className.indexOf(LAMBDA);
    String base = lambda >= 0 ? className.substring(0, lambda) : className;
    int hidden = base.indexOf('/');
    if (hidden > 0) {
      base = base.substring(0, hidden);
    }
    String simple = base.substring(base.lastIndexOf('.') + 1);
    return lambda >= 0 ? simple + " λ" : simple;
  }

  /**
   * A culprit as the groups of alerts name it, without its package: {@code
   * com.example.ChatHandler.onMessage} reads {@code ChatHandler.onMessage}. Other text stays as it
   * is.
   */
  public static String shortened(String culprit) {
    int method = culprit.lastIndexOf('.');
    if (method <= 0 || culprit.chars().anyMatch(Character::isWhitespace)) {
      return culprit;
    }
    return type(culprit.substring(0, method)) + culprit.substring(method);
  }

  /** For example {@code ChatHandler.onMessage}. */
  public static String method(StackFrame frame) {
    return type(frame.className()) + "." + frame.method();
  }

  /** For example {@code ChatHandler.onMessage (ChatHandler.java:42)}. */
  public static String frame(StackFrame frame) {
    return method(frame) + " (" + place(frame) + ")";
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
}
