package dev.loopscope.dashboard.store;

import java.util.Arrays;

/** 64 neighbouring buckets of one level, in columns. A bucket with a kind holds something. */
final class BucketPage {

  static final int BITS = 6;
  static final int BUCKETS = 1 << BITS;
  static final long BYTES = BUCKETS * 20L + 140;

  private static final int FLAG_BITS = 8;
  private static final int KIND_BITS = 3;
  private static final int MAX_TYPE = (1 << 20) - 1;

  private long number;
  private final long[] busy = new long[BUCKETS];
  private final int[] count = new int[BUCKETS];
  private final float[] longest = new float[BUCKETS];
  private final int[] what = new int[BUCKETS];

  BucketPage(long number) {
    this.number = number;
  }

  /** Which page of its level this is: the bucket number without its lowest bits. */
  long number() {
    return number;
  }

  /** Begins anew as another page. */
  void reuse(long newNumber) {
    number = newNumber;
    Arrays.fill(busy, 0);
    Arrays.fill(count, 0);
    Arrays.fill(longest, 0);
    Arrays.fill(what, 0);
  }

  /**
   * Adds to bucket {@code i}.
   *
   * @param pieceNanos the longest single piece in what is added; the longest of all gives the
   *     bucket its kind and type
   * @param kind ordinal of the kind, -1 when only flags or counts are added
   */
  void add(int i, long busyNanos, long runs, long pieceNanos, int kind, int type, int flags) {
    busy[i] += busyNanos;
    count[i] = (int) Math.min(Integer.MAX_VALUE, count[i] + runs);
    if (kind >= 0 && (pieceNanos > longest[i] || kind(i) < 0)) {
      longest[i] = pieceNanos;
      int shortType = type < 0 || type > MAX_TYPE ? 0 : type;
      what[i] = shortType << (FLAG_BITS + KIND_BITS) | (kind + 1) << FLAG_BITS | (what[i] & 0xff);
    }
    what[i] |= flags & 0xff;
  }

  long busyNanos(int i) {
    return busy[i];
  }

  int count(int i) {
    return count[i];
  }

  long longestNanos(int i) {
    return (long) longest[i];
  }

  /** Ordinal of the kind of the longest piece, -1 when there is none. */
  int kind(int i) {
    return (what[i] >>> FLAG_BITS & 7) - 1;
  }

  int type(int i) {
    return what[i] >>> (FLAG_BITS + KIND_BITS);
  }

  /** Flags of {@link LaneCells}. */
  int flags(int i) {
    return what[i] & 0xff;
  }

  boolean isEmpty(int i) {
    return what[i] == 0 && count[i] == 0;
  }
}
