package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.LoopSeries;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import java.util.Arrays;

/**
 * Lag over time, of one loop or the worst of all.
 *
 * @param span what the buckets cover
 * @param p50Nanos median by bucket, -1 where nothing is known
 * @param p99Nanos 99th percentile by bucket, likewise
 * @param maxNanos largest by bucket, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data for one chart, never compared
public record LagSeries(TimeSpan span, long[] p50Nanos, long[] p99Nanos, long[] maxNanos) {

  /** Reads {@code loop}, or the worst of all loops for 0. For the background. */
  public static LagSeries read(Trace trace, int loop, TimeSpan span, int buckets) {
    if (loop != 0) {
      LoopSeries one = trace.series(loop, span, buckets);
      return new LagSeries(span, one.lagP50Nanos(), one.lagP99Nanos(), one.lagMaxNanos());
    }
    LagSeries worst = new LagSeries(span, unknown(buckets), unknown(buckets), unknown(buckets));
    for (LoopInfo info : trace.loops()) {
      LoopSeries one = trace.series(info.id(), span, buckets);
      raise(worst.p50Nanos, one.lagP50Nanos());
      raise(worst.p99Nanos, one.lagP99Nanos());
      raise(worst.maxNanos, one.lagMaxNanos());
    }
    return worst;
  }

  /** The largest lag of all buckets, 0 when nothing is known. */
  public long peakNanos() {
    return Math.max(0, Arrays.stream(maxNanos).max().orElse(0));
  }

  private static long[] unknown(int buckets) {
    long[] values = new long[buckets];
    Arrays.fill(values, -1);
    return values;
  }

  private static void raise(long[] to, long[] values) {
    for (int i = 0; i < to.length && i < values.length; i++) {
      to[i] = Math.max(to[i], values[i]);
    }
  }
}
