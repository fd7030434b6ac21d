package dev.loopscope.dashboard.store;

import org.jspecify.annotations.Nullable;

/** The newest 1,024 lag buckets of one size, packed; the newest of all is still open. */
final class LagLevel {

  static final int BUCKETS = 1 << 10;

  private static final int BYTES_PER_PACKED = 16;

  private final int shift;
  private final int[] @Nullable [] packed = new int[BUCKETS][];
  private final long[] max = new long[BUCKETS];
  private final LagCounts open = new LagCounts();
  private long newest = Long.MIN_VALUE;
  private long bytes;

  LagLevel(int shift) {
    this.shift = shift;
  }

  int shift() {
    return shift;
  }

  private double nanosPerWeight() {
    return Math.scalb(1.0, shift - LagCounts.WEIGHT_BITS + 1);
  }

  /** The counts to add to for {@code bucket}; an older bucket than the open one goes to that. */
  LagCounts at(long bucket) {
    if (bucket > newest) {
      close();
      for (long b = Math.max(newest + 1, bucket - BUCKETS + 1); b <= bucket; b++) {
        put(b, null, 0);
      }
      newest = bucket;
    }
    return open;
  }

  private void close() {
    if (newest != Long.MIN_VALUE && !open.isEmpty()) {
      put(newest, open.pack(nanosPerWeight()), open.maxNanos());
      open.clear();
    }
  }

  private void put(long bucket, int @Nullable [] counts, long maxNanos) {
    int slot = (int) (bucket & (BUCKETS - 1));
    bytes += bytesOf(counts) - bytesOf(packed[slot]);
    packed[slot] = counts;
    max[slot] = maxNanos;
  }

  private static long bytesOf(int @Nullable [] counts) {
    return counts == null ? 0 : BYTES_PER_PACKED + (long) counts.length * Integer.BYTES;
  }

  /** The first bucket that is still kept. */
  long oldest() {
    return newest == Long.MIN_VALUE ? Long.MAX_VALUE : newest - BUCKETS + 1;
  }

  /** The bucket that is still open, {@code Long.MIN_VALUE} before the first. */
  long newest() {
    return newest;
  }

  /** Adds {@code share} of {@code bucket} to {@code sum}. */
  void addTo(LagCounts sum, long bucket, double share) {
    if (bucket == newest) {
      sum.add(open, share);
      return;
    }
    int slot = (int) (bucket & (BUCKETS - 1));
    int[] counts = packed[slot];
    if (counts != null && bucket < newest && bucket >= oldest()) {
      sum.add(counts, nanosPerWeight(), max[slot], share);
    }
  }

  /** Adds everything that this level holds to the coarser one. */
  void addAllTo(LagLevel coarser) {
    for (long b = Math.max(oldest(), newest - BUCKETS + 1); b <= newest; b++) {
      if (b == newest || packed[(int) (b & (BUCKETS - 1))] != null) {
        addTo(coarser.at(b >> (coarser.shift - shift)), b, 1);
      }
    }
  }

  long memoryBytes() {
    return bytes + BUCKETS * 12L + LagClass.COUNT * 8L + 128;
  }
}
