package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.analysis.Spread;

/**
 * How a duration was spread.
 *
 * @param count over how many runs; for lag, which is weighted by time, the time in nanoseconds
 * @param p50Nanos median
 * @param p90Nanos 90 % were not longer
 * @param p99Nanos 99 % were not longer
 * @param maxNanos the longest
 */
public record Percentiles(long count, long p50Nanos, long p90Nanos, long p99Nanos, long maxNanos) {

  static Percentiles of(Spread spread) {
    return new Percentiles(
        spread.count(),
        spread.percentile(0.5),
        spread.percentile(0.9),
        spread.percentile(0.99),
        spread.maxNanos());
  }
}
