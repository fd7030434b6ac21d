package dev.loopscope.dashboard.store;

import java.util.Arrays;

/** Makes the arrays of a {@link LoopSeries}. */
final class SeriesBuckets {

  private SeriesBuckets() {}

  /** A series that knows nothing. */
  static LoopSeries unknown(TimeSpan span, int buckets) {
    double[] busy = new double[buckets];
    long[] p50 = new long[buckets];
    long[] p99 = new long[buckets];
    long[] max = new long[buckets];
    Arrays.fill(busy, Double.NaN);
    Arrays.fill(p50, -1);
    Arrays.fill(p99, -1);
    Arrays.fill(max, -1);
    return new LoopSeries(span, busy, p50, p99, max, new long[buckets]);
  }
}
