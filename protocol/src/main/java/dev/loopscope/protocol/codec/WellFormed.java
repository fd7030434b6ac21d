package dev.loopscope.protocol.codec;

/** Makes a text that can be written again out of whatever stood in the data. */
final class WellFormed {

  private static final char REPLACEMENT = '\uFFFD';

  private WellFormed() {}

  /**
   * {@code text} with every surrogate that has no partner replaced by U+FFFD: damaged UTF-8 is read
   * as such, and could not be encoded. The same object when there is none.
   */
  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(isLone(text, i) ? REPLACEMENT : text.charAt(i));
    }
    return out.toString();
  }

  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
