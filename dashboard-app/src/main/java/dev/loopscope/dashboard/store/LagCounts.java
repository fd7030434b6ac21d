package dev.loopscope.dashboard.store;

import java.util.Arrays;

/**
 * For how long lag was in which class, and the largest. What is not counted was as good as none.
 */
final class LagCounts {

  static final int WEIGHT_BITS = 24;

  private final long[] nanos = new long[LagClass.COUNT];
  private long max;

  /** Adds a stretch in which lag fell by a second a second, from one value to the other. */
  void addFall(long fromLag, long toLag) {
    max = Math.max(max, fromLag);
    for (int c = LagClass.of(fromLag); c > 0 && LagClass.highest(c) >= toLag; c--) {
      long high = Math.min(fromLag, LagClass.highest(c));
      long low = Math.max(toLag, LagClass.lowest(c));
      nanos[c] += Math.max(0, high - low);
    }
  }

  /** Adds {@code forNanos} at one lag. */
  void add(long lag, long forNanos) {
    max = Math.max(max, lag);
    nanos[LagClass.of(lag)] += forNanos;
  }

  /** Adds {@code share} of the time that {@code other} holds. */
  void add(LagCounts other, double share) {
    max = Math.max(max, other.max);
    for (int c = 1; c < LagClass.COUNT; c++) {
      if (other.nanos[c] != 0) {
        nanos[c] += Math.round(other.nanos[c] * share);
      }
    }
  }

  /** Adds {@code share} of what {@link #pack} made. */
  void add(int[] packed, double nanosPerWeight, long otherMax, double share) {
    max = Math.max(max, otherMax);
    for (int entry : packed) {
      int weight = entry & ((1 << WEIGHT_BITS) - 1);
      nanos[entry >>> WEIGHT_BITS] += Math.round(weight * nanosPerWeight * share);
    }
  }

  /** The classes that hold something, each in one int with its time in a 24-bit weight. */
  int[] pack(double nanosPerWeight) {
    int[] packed = new int[LagClass.COUNT];
    int size = 0;
    for (int c = 1; c < LagClass.COUNT; c++) {
      long weight = Math.min((1 << WEIGHT_BITS) - 1, Math.round(nanos[c] / nanosPerWeight));
      if (weight > 0) {
        packed[size++] = c << WEIGHT_BITS | (int) weight;
      }
    }
    return Arrays.copyOf(packed, size);
  }

  boolean isEmpty() {
    return max == 0;
  }

  void clear() {
    Arrays.fill(nanos, 0);
    max = 0;
  }

  long maxNanos() {
    return max;
  }

  /** The lag that held or was exceeded for all but a share {@code p} of {@code knownNanos}. */
  long percentile(double p, long knownNanos) {
    double above = (1 - p) * knownNanos;
    double seen = 0;
    for (int c = LagClass.COUNT - 1; c > 0; c--) {
      seen += nanos[c];
      if (nanos[c] != 0 && seen > above) {
        return Math.min(max, LagClass.highest(c));
      }
    }
    return 0;
  }
}
