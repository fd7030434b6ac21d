package dev.loopscope.dashboard.ui.timeline.model;

import java.util.Locale;

/** Writes times since the session's start with just as many digits as a step needs. */
public final class TickLabel {

  private static final long SECOND = 1_000_000_000L;
  private static final char THIN_SPACE = '\u2009';

  private TickLabel() {}

  /**
   * For example {@code +12.345 s} or, from a minute on, {@code +2:05.3}; decimals in groups of
   * three.
   *
   * @param offsetNanos since the start; negative before it
   * @param stepNanos what two labels differ by at least
   */
  public static String of(long offsetNanos, long stepNanos) {
    String sign = offsetNanos < 0 ? "−" : "+";
    long nanos = Math.abs(offsetNanos);
    long seconds = nanos / SECOND;
    String decimals = decimals(nanos % SECOND, stepNanos);
    return seconds < 60
        ? sign + seconds + decimals + " s"
        : String.format(Locale.ROOT, "%s%d:%02d%s", sign, seconds / 60, seconds % 60, decimals);
  }

  private static String decimals(long nanos, long step) {
    int digits = 0;
    for (long unit = SECOND; unit > step && digits < 9; unit /= 10) {
      digits++;
    }
    if (digits == 0) {
      return "";
    }
    String all = String.format(Locale.ROOT, "%09d", nanos);
    StringBuilder text = new StringBuilder(".");
    for (int i = 0; i < digits; i++) {
      if (i > 0 && i % 3 == 0) {
        text.append(THIN_SPACE);
      }
      text.append(all.charAt(i));
    }
    return text.toString();
  }
}
