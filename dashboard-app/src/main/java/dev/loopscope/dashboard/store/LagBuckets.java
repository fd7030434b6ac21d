package dev.loopscope.dashboard.store;

import org.jspecify.annotations.Nullable;

/** The equal buckets of a query for lag. For one thread. */
final class LagBuckets implements LagCurve.Sink {

  private final TimeSpan span;
  private final @Nullable LagCounts[] buckets;

  LagBuckets(TimeSpan span, int buckets) {
    this.span = span;
    this.buckets = new LagCounts[buckets];
  }

  TimeSpan span() {
    return span;
  }

  int size() {
    return buckets.length;
  }

  double bucketNanos() {
    return (double) span.lengthNanos() / buckets.length;
  }

  long startNanos(int i) {
    return Cells.startNanos(span, buckets.length, i);
  }

  @Override
  public void fall(long from, long to, long lagNanos) {
    long left = Math.max(from, span.fromNanos());
    long right = Math.min(to, span.toNanos());
    if (left >= right) {
      return;
    }
    for (int i = at(left); i <= at(right - 1); i++) {
      long start = Math.max(left, startNanos(i));
      long stop = Math.min(right, startNanos(i + 1));
      if (stop > start) {
        bucket(i).addFall(lagNanos - (start - from), lagNanos - (stop - from));
      }
    }
  }

  /** Adds a stored bucket, which lasts from {@code from} to {@code to}. */
  void add(LagLevel level, long bucket, long from, long to) {
    long left = Math.max(from, span.fromNanos());
    long right = Math.min(to, span.toNanos());
    if (left >= right) {
      return;
    }
    for (int i = at(left); i <= at(right - 1); i++) {
      long overlap = Math.min(right, startNanos(i + 1)) - Math.max(left, startNanos(i));
      if (overlap > 0) {
        level.addTo(bucket(i), bucket, (double) overlap / (to - from));
      }
    }
  }

  /** What was counted in bucket {@code i}, null for nothing. */
  @Nullable LagCounts get(int i) {
    return buckets[i];
  }

  private LagCounts bucket(int i) {
    LagCounts counts = buckets[i];
    if (counts == null) {
      counts = new LagCounts();
      buckets[i] = counts;
    }
    return counts;
  }

  private int at(long nanos) {
    return Math.max(0, Math.min(buckets.length - 1, Cells.at(span, buckets.length, nanos)));
  }
}
