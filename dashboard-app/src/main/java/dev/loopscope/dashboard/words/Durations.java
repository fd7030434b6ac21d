package dev.loopscope.dashboard.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Durations with three significant digits and a unit. */
public final class Durations {

  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long SECOND = 1_000_000_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private Durations() {}

  /**
   * For example {@code 850 ns}, {@code 42.5 µs}, {@code 340 ms}, {@code 1.25 s}, {@code 2 min 5 s}.
   */
  public static String text(long nanos) {
    if (nanos < 0) {
      return "−" + text(-nanos);
    } else if (nanos < MICRO) {
      return nanos + " ns";
    } else if (nanos < MILLI) {
      return digits(nanos, MICRO) + " µs";
    } else if (nanos < SECOND) {
      return digits(nanos, MILLI) + " ms";
    } else if (nanos < MINUTE) {
      return digits(nanos, SECOND) + " s";
    } else if (nanos < HOUR) {
      return nanos / MINUTE + " min " + nanos % MINUTE / SECOND + " s";
    }
    return nanos / HOUR + " h " + nanos % HOUR / MINUTE + " min";
  }

  private static String digits(long nanos, long unit) {
    BigDecimal value = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit));
    return value.round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }
}
