package dev.loopscope.dashboard.words;

import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.regex.Pattern;

/** Classes, methods and lines as short as they can be understood. */
public final class CodeNames {

  private static final String LAMBDA = "$$Lambda";
  private static final int NATIVE_LINE = -2;
  private static final String UNKNOWN = "unknown source";
  private static final Pattern PACKAGES = Pattern.compile("\\b(?:[\\w$]+\\.)+(?=[A-Z])");

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

  /** A text of others with the packages left out of the names of classes in it. */
  public static String withoutPackages(String text) {
    return PACKAGES.matcher(text).replaceAll("");
  }

  /**
   * For example {@code ChatHandler.onMessage (ChatHandler.java:42)}; without the place when that is
   * not known.
   */
  public static String frame(StackFrame frame) {
    String place = place(frame);
    return place.equals(UNKNOWN) ? method(frame) : method(frame) + " (" + place + ")";
  }

  /**
   * Where a frame stands, for example {@code ChatHandler.java:42}; the JVM may not say which file.
   */
  public static String place(StackFrame frame) {
    if (frame.line() == NATIVE_LINE) {
      return "native";
    } else if (frame.file().isEmpty()) {
      return frame.line() > 0 ? "line " + frame.line() : UNKNOWN;
    }
    return frame.line() < 0 ? frame.file() : frame.file() + ":" + frame.line();
  }
}
