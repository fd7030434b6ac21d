package dev.loopscope.dashboard.words;

import java.util.Locale;

/** Numbers of things, for sentences. */
public final class Counts {

  private Counts() {}

  /** For example {@code 1,204}. */
  public static String text(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** For example {@code 1 task} and {@code 1,204 tasks}. */
  public static String of(long count, String one, String many) {
    return text(count) + " " + (count == 1 ? one : many);
  }

  /** For example {@code 71 %}; what is more than nothing is never {@code 0 %}. */
  public static String percent(double share) {
    long whole = Math.round(share * 100);
    return share > 0 && whole == 0 ? "< 1 %" : whole + " %";
  }
}
