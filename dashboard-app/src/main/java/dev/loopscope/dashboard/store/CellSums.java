package dev.loopscope.dashboard.store;

import java.util.Arrays;

/**
 * What gathers in the cells of a lane while it is painted. Kept by a painting thread from lane to
 * lane, because fresh arrays for each would cost more than painting.
 */
final class CellSums {

  private TimeSpan span = TimeSpan.EMPTY;
  private int size;
  private double cellsPerNano;
  private double nanosPerCell;
  private double[] busy = new double[0];
  private float[] most = new float[0];
  private int[] types = new int[0];
  private byte[] kinds = new byte[0];
  private long[] counts = new long[0];
  private byte[] flags = new byte[0];

  /** Begins a lane. */
  void begin(TimeSpan span, int size) {
    this.span = span;
    this.size = size;
    cellsPerNano = size / (double) span.lengthNanos();
    nanosPerCell = span.lengthNanos() / (double) size;
    if (busy.length < size) {
      busy = new double[size];
      most = new float[size];
      types = new int[size];
      kinds = new byte[size];
      counts = new long[size];
      flags = new byte[size];
    }
    Arrays.fill(busy, 0, size, 0);
    Arrays.fill(most, 0, size, 0);
    Arrays.fill(types, 0, size, 0);
    Arrays.fill(kinds, 0, size, (byte) -1);
    Arrays.fill(counts, 0, size, 0);
    Arrays.fill(flags, 0, size, (byte) 0);
  }

  TimeSpan span() {
    return span;
  }

  double nanosPerCell() {
    return nanosPerCell;
  }

  /**
   * Spreads {@code busyNanos} evenly over the cells of {@code [from, to]} and sets {@code flag} on
   * each of them. The longest piece in a cell gives it its kind and type.
   */
  void spread(long from, long to, long busyNanos, int kind, int type, int flag) {
    if (!span.overlaps(from, to) || to < from || (to == span.fromNanos() && to > from)) {
      return;
    }
    double left = (from - span.fromNanos()) * cellsPerNano;
    double right = (to - span.fromNanos()) * cellsPerNano;
    int first = (int) Math.max(0, left);
    int last = Math.min(size - 1, Math.max(first, (int) Math.ceil(right) - 1));
    if (first == last && left >= 0 && right <= size) {
      put(first, (double) busyNanos, kind, type, flag);
      return;
    }
    double perCell = busyNanos / (right - left);
    for (int i = first; i <= last; i++) {
      double share = Math.min(right, i + 1) - Math.max(left, i);
      put(i, share * perCell, kind, type, flag);
    }
  }

  /**
   * Adds buckets {@code first} to {@code last} of {@code page}, the first of which begins at {@code
   * startNanos}. A bucket that lies in several cells gives each its part and its flags to all; its
   * runs count in the first.
   */
  void addBuckets(BucketPage page, int first, int last, long startNanos, long bucketNanos) {
    double left = (startNanos - span.fromNanos()) * cellsPerNano;
    double width = bucketNanos * cellsPerNano;
    for (int i = first; i <= last; i++, left += width) {
      if (page.isEmpty(i)) {
        continue;
      }
      double right = left + width;
      int cell = (int) left;
      if (left < 0 || right > Math.min(size, cell + 2)) {
        addBucket(page, i, startNanos + (i - first) * bucketNanos, bucketNanos);
        continue;
      }
      long nanos = page.busyNanos(i);
      int kind = page.kind(i);
      int type = page.type(i);
      int flag = page.flags(i);
      counts[cell] += page.count(i);
      if (right <= cell + 1) {
        put(cell, (double) nanos, kind, type, flag);
      } else {
        double part = nanos * (cell + 1 - left) / width;
        put(cell, part, kind, type, flag);
        put(cell + 1, nanos - part, kind, type, flag);
      }
    }
  }

  private void addBucket(BucketPage page, int i, long from, long bucketNanos) {
    long nanos = page.busyNanos(i);
    spread(from, from + bucketNanos, nanos, page.kind(i), page.type(i), page.flags(i));
    count(Math.max(from, span.fromNanos()), page.count(i), 0);
  }

  /** Adds {@code count} runs that ended at {@code nanos}, and {@code flag}. */
  void count(long nanos, long count, int flag) {
    double cell = (nanos - span.fromNanos()) * cellsPerNano;
    if (cell >= 0 && cell < size) {
      counts[(int) cell] += count;
      flags[(int) cell] |= (byte) flag;
    }
  }

  private void put(int i, double nanos, int kind, int type, int flag) {
    flags[i] |= (byte) flag;
    busy[i] += nanos;
    if (kind >= 0 && (nanos > most[i] || kinds[i] < 0)) {
      most[i] = (float) nanos;
      types[i] = type;
      kinds[i] = (byte) kind;
    }
  }

  /** Busy share of cell {@code i}, 0 to 1. */
  double busy(int i) {
    return Math.min(1, busy[i] / nanosPerCell);
  }

  /** How many runs ended in cell {@code i}. */
  long count(int i) {
    return counts[i];
  }

  /** Writes the cells out. */
  void finish(LaneCells out) {
    double scale = 255 / nanosPerCell;
    for (int i = 0; i < size; i++) {
      if (kinds[i] >= 0 || flags[i] != 0 || counts[i] != 0) {
        int share = (int) Math.min(255, busy[i] * scale + 0.5);
        int count = (int) Math.min(Integer.MAX_VALUE, counts[i]);
        out.set(i, share, kinds[i], types[i], count, flags[i]);
      }
    }
  }
}
