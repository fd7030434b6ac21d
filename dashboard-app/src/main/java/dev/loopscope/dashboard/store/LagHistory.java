package dev.loopscope.dashboard.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The lag of one loop in buckets of 134 ms and coarser, weighted by time. Guarded by its lane.
 *
 * <p>As in {@link BucketPyramid} each level reaches twice as far back as the finer one, and comes
 * into being before that would lose its first bucket. Stretches gather in one bucket of the finest
 * size, which goes to all levels when the next one begins; {@link #flush} before reading. What the
 * {@link LagCurve} still holds open is in no bucket; whoever asks adds it.
 */
final class LagHistory implements LagCurve.Sink {

  static final int FINEST_SHIFT = 27;

  private static final int COARSEST_SHIFT = 50;

  private final List<LagLevel> levels = new ArrayList<>();
  private long first = Long.MAX_VALUE;
  private final LagCounts gathered = new LagCounts();
  private long gathering = Long.MIN_VALUE;

  LagHistory() {
    levels.add(new LagLevel(FINEST_SHIFT));
  }

  @Override
  public void fall(long from, long to, long lagNanos) {
    for (long left = start(from, to); left < to; ) {
      long right = Math.min(to, endOfBucket(left));
      gather(left).addFall(lagNanos - (left - from), lagNanos - (right - from));
      left = right;
    }
  }

  /** Lag was {@code lagNanos} for a share of {@code [from, to]} that adds up to {@code nanos}. */
  void plateau(long from, long to, long nanos, long lagNanos) {
    double density = nanos / (double) Math.max(1, to - from);
    for (long left = start(from, to); left < to; ) {
      long right = Math.min(to, endOfBucket(left));
      gather(left).add(lagNanos, Math.round((right - left) * density));
      left = right;
    }
  }

  /** Where to begin, so that one stretch never costs more than the finest ring has buckets. */
  private static long start(long from, long to) {
    return Math.max(from, to - ((long) LagLevel.BUCKETS << FINEST_SHIFT));
  }

  private static long endOfBucket(long nanos) {
    return ((nanos >> FINEST_SHIFT) + 1) << FINEST_SHIFT;
  }

  private LagCounts gather(long nanos) {
    long bucket = nanos >> FINEST_SHIFT;
    if (bucket > gathering) {
      flush();
      gathering = bucket;
    }
    return gathered;
  }

  /** Brings what was gathered into the levels. */
  void flush() {
    if (gathering != Long.MIN_VALUE && !gathered.isEmpty()) {
      grow(gathering << FINEST_SHIFT, gathering << FINEST_SHIFT);
      for (LagLevel level : levels) {
        level.at(gathering >> (level.shift() - FINEST_SHIFT)).add(gathered, 1);
      }
      gathered.clear();
    }
  }

  private void grow(long from, long to) {
    first = Math.min(first, from);
    LagLevel coarsest = levels.get(levels.size() - 1);
    while ((to >> coarsest.shift()) - (first >> coarsest.shift()) >= LagLevel.BUCKETS - 1
        && coarsest.shift() < COARSEST_SHIFT) {
      LagLevel coarser = new LagLevel(coarsest.shift() + 1);
      coarsest.addAllTo(coarser);
      levels.add(coarser);
      coarsest = coarser;
    }
  }

  /** Adds every settled bucket that overlaps the span of {@code out}, none twice. */
  void addTo(LagBuckets out, long settledUntil) {
    TimeSpan span = out.span();
    long from = span.fromNanos();
    for (int k = levels.size() - 1; k >= 0 && from < span.toNanos(); k--) {
      LagLevel level = levels.get(k);
      long until = span.toNanos();
      if (k > 0) {
        LagLevel finer = levels.get(k - 1);
        boolean fine = 1L << level.shift() <= out.bucketNanos();
        until = fine ? until : roundUp(finer.oldest() << finer.shift(), level.shift());
      }
      until = Math.min(until, span.toNanos());
      if (until > from) {
        add(level, from, until, settledUntil, out);
        from = until;
      }
    }
  }

  private static void add(
      LagLevel level, long from, long until, long settledUntil, LagBuckets out) {
    int shift = level.shift();
    long last = Math.min(level.newest(), (until - 1) >> shift);
    for (long b = Math.max(level.oldest(), from >> shift); b <= last; b++) {
      long left = b << shift;
      long right =
          b == level.newest()
              ? Math.max(left + 1, Math.min((b + 1) << shift, settledUntil))
              : (b + 1) << shift;
      out.add(level, b, left, right);
    }
  }

  private static long roundUp(long nanos, int shift) {
    return (((nanos - 1) >> shift) + 1) << shift;
  }

  long memoryBytes() {
    long bytes = 64;
    for (LagLevel level : levels) {
      bytes += level.memoryBytes();
    }
    return bytes;
  }
}
