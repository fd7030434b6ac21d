package dev.loopscope.dashboard.store;

/**
 * How a loop fared over time: {@code n} equal buckets over a span.
 *
 * <p>Loop lag at a moment is how long a task that arrived then would have waited. Its percentiles
 * are weighted by time: a block of 2 s counts 2 s, not one sample.
 *
 * @param span what the buckets cover
 * @param busy share of each bucket that the loop was not waiting, 0 to 1; NaN where nothing is
 *     known
 * @param lagP50Nanos median lag in each bucket, -1 where nothing is known
 * @param lagP99Nanos 99th percentile of lag in each bucket, -1 where nothing is known
 * @param lagMaxNanos largest lag in each bucket, -1 where nothing is known
 * @param runs how many runs ended in each bucket
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data for charts, never compared
public record LoopSeries(
    TimeSpan span,
    double[] busy,
    long[] lagP50Nanos,
    long[] lagP99Nanos,
    long[] lagMaxNanos,
    long[] runs) {}
