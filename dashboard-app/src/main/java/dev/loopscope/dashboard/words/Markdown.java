package dev.loopscope.dashboard.words;

import java.util.List;

/**
 * Text of others put into Markdown so that it reads there as it is: names of threads, files and
 * classes may hold any character.
 */
public final class Markdown {

  private static final String SPECIAL = "\\`*_{}[]()<>#+-.!|~&$";
  private static final String FENCE = "```";

  private Markdown() {}

  /** The text with every character that Markdown could take for itself escaped; one line. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        out.append(' ');
      } else if (needsEscape(text, i)) {
        out.append('\\').append(c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** A dot or a dash within a word is no mark, and reads better bare. */
  private static boolean needsEscape(String text, int i) {
    char c = text.charAt(i);
    boolean withinWord =
        i > 0 && i + 1 < text.length() && isWord(text.charAt(i - 1)) && isWord(text.charAt(i + 1));
    boolean harmless =
        (c == '.' || c == '-' || c == '+') && withinWord && !startsWithNumber(text, i);
    return SPECIAL.indexOf(c) >= 0 && !harmless;
  }

  /** {@code 1. } and {@code 1) } at the beginning of a line begin a list. */
  private static boolean startsWithNumber(String text, int end) {
    return text.substring(0, end).chars().allMatch(Character::isDigit);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c);
  }

  /** The lines as a block of code, in a fence that none of them can end. */
  public static String block(List<String> lines) {
    int longest = FENCE.length() - 1;
    for (String line : lines) {
      longest = Math.max(longest, longestTicks(line));
    }
    String fence = "`".repeat(longest + 1);
    StringBuilder out = new StringBuilder(fence).append('\n');
    lines.forEach(line -> out.append(oneLine(line)).append('\n'));
    return out.append(fence).append('\n').toString();
  }

  private static String oneLine(String line) {
    return line.replaceAll("[\\p{Cntrl}\u2028\u2029]", " ");
  }

  private static int longestTicks(String text) {
    int longest = 0;
    int now = 0;
    for (int i = 0; i < text.length(); i++) {
      now = text.charAt(i) == '`' ? now + 1 : 0;
      longest = Math.max(longest, now);
    }
    return longest;
  }
}
