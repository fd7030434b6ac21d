package dev.loopscope.dashboard.analysis;

import org.HdrHistogram.Histogram;

/**
 * How a duration was spread over many runs, to three significant digits (the largest is exact). Not
 * thread-safe.
 */
public final class Spread {

  private static final int DIGITS = 3;

  private final Histogram histogram = new Histogram(DIGITS);
  private long maxNanos;

  /** Adds {@code count} durations of {@code nanos}; negative ones count as 0. */
  public void add(long nanos, long count) {
    if (count > 0) {
      histogram.recordValueWithCount(Math.max(0, nanos), count);
      maxNanos = Math.max(maxNanos, nanos);
    }
  }

  /** Adds all that {@code other} holds. */
  public void add(Spread other) {
    histogram.add(other.histogram);
    maxNanos = Math.max(maxNanos, other.maxNanos);
  }

  public long count() {
    return histogram.getTotalCount();
  }

  public long maxNanos() {
    return maxNanos;
  }

  /** The duration that a share {@code p} (0 to 1) of all did not exceed; 0 when there is none. */
  public long percentile(double p) {
    return Math.min(maxNanos, histogram.getValueAtPercentile(p * 100));
  }
}
