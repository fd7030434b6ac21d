package dev.loopscope.dashboard.store;

import java.util.Arrays;

/** Makes the arrays of a {@link LoopSeries}. */
final class SeriesBuckets {

  private static final double EXACT_BUSY_FROM_NANOS = 1e9;

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

  /**
   * The series from its parts. Only the part of a bucket that lies in {@code known} weighs.
   *
   * <p>The busy share comes from the loop's exact totals where the buckets are long enough for
   * that, which counts the framework's own time between runs, and else from the runs.
   */
  static LoopSeries of(LagBuckets lag, CellSums runs, BusyHistory totals, TimeSpan known) {
    int size = lag.size();
    LoopSeries series = unknown(lag.span(), size);
    for (int i = 0; i < size; i++) {
      long from = Math.max(known.fromNanos(), lag.startNanos(i));
      long to = Math.min(known.toNanos(), lag.startNanos(i + 1));
      if (to > from) {
        double whole = lag.bucketNanos() / (to - from);
        double exact =
            lag.bucketNanos() < EXACT_BUSY_FROM_NANOS ? Double.NaN : totals.share(from, to);
        series.busy()[i] = Double.isNaN(exact) ? Math.min(1, runs.busy(i) * whole) : exact;
        series.runs()[i] = runs.count(i);
        LagCounts counts = lag.get(i);
        series.lagP50Nanos()[i] = counts == null ? 0 : counts.percentile(0.5, to - from);
        series.lagP99Nanos()[i] = counts == null ? 0 : counts.percentile(0.99, to - from);
        series.lagMaxNanos()[i] = counts == null ? 0 : counts.maxNanos();
      }
    }
    return series;
  }
}
