package dev.loopscope.dashboard.ui.common;

import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How values are written for people: three significant digits and a unit, the same everywhere. */
public final class Format {

  private static final long SECOND = 1_000_000_000;
  private static final long KILOBYTE = 1024;

  private Format() {}

  /** As {@link Durations#text} has it, for example {@code 340 ms}. */
  public static String duration(long nanos) {
    return Durations.text(nanos);
  }

  /** A running time as a clock shows it, for example {@code 00:42} or {@code 1:02:03}. */
  public static String elapsed(long nanos) {
    long seconds = Math.max(0, nanos) / SECOND;
    return seconds < 3600
        ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** Exact with thousands separators below 10,000, then for example {@code 124k}, {@code 1.2M}. */
  public static String count(double value) {
    if (value < 10_000) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    } else if (value < 999_500) {
      return digits(value / 1e3) + "k";
    } else if (value < 999_500_000) {
      return digits(value / 1e6) + "M";
    }
    return digits(value / 1e9) + "G";
  }

  /** Like {@link #count(double)}. */
  public static String count(long value) {
    return count((double) value);
  }

  /** Every digit, with thousands separators. */
  public static String exact(long value) {
    return Counts.text(value);
  }

  /** In units of 1,024, for example {@code 61 MB}. */
  public static String bytes(long bytes) {
    if (bytes < KILOBYTE) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= KILOBYTE && unit < 3) {
      value /= KILOBYTE;
      unit++;
    }
    return digits(value) + " " + "KMGT".charAt(unit) + "B";
  }

  /**
   * A share of 1, for example {@code 97 %}, {@code 0.4 %}; {@code < 0.1 %} when hardly anything.
   */
  public static String percent(double share) {
    double percent = share * 100;
    if (Double.isNaN(share)) {
      return "–";
    } else if (percent > 0 && percent < 0.1) {
      return "< 0.1 %";
    } else if (percent < 10) {
      return digits(Math.round(percent * 10) / 10.0) + " %";
    }
    return Math.round(percent) + " %";
  }

  /**
   * {@code one} or {@code many} with its exact number, for example {@code 1 run}, {@code 3 runs}.
   */
  public static String plural(long count, String one, String many) {
    return Counts.of(count, one, many);
  }

  private static String digits(double value) {
    BigDecimal rounded =
        value >= 1000
            ? new BigDecimal(value).setScale(0, RoundingMode.HALF_UP)
            : new BigDecimal(value).round(new MathContext(3, RoundingMode.HALF_UP));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
