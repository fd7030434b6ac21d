package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.LoopState.Totals;
import java.util.Arrays;

/**
 * How long a loop was busy since attach, at moments, from its exact totals. When there is no room
 * left every other moment of the older half goes, so old times are known more coarsely. Guarded by
 * its lane.
 */
final class BusyHistory {

  private static final int CAPACITY = 2_048;

  private long[] at = new long[16];
  private long[] busy = new long[16];
  private int size;

  void add(long nanos, Totals totals) {
    if (size > 0 && nanos <= at[size - 1]) {
      return;
    }
    if (size == CAPACITY) {
      thin();
    } else if (size == at.length) {
      at = Arrays.copyOf(at, Math.min(CAPACITY, size * 2));
      busy = Arrays.copyOf(busy, at.length);
    }
    at[size] = nanos;
    busy[size++] = totals.busyNanos();
  }

  private void thin() {
    int kept = CAPACITY / 4;
    for (int i = 0; i < kept; i++) {
      at[i] = at[2 * i];
      busy[i] = busy[2 * i];
    }
    int newer = CAPACITY / 2;
    System.arraycopy(at, newer, at, kept, newer);
    System.arraycopy(busy, newer, busy, kept, newer);
    size = kept + newer;
  }

  /**
   * Share of {@code [from, to]} that the loop was busy; NaN where no two moments bracket enough of
   * it.
   */
  double share(long from, long to) {
    if (size < 2 || from < at[0] || to > at[size - 1]) {
      return Double.NaN;
    }
    return Math.max(0, Math.min(1, (busyAt(to) - busyAt(from)) / (to - from)));
  }

  /** Share of the last {@code nanos}, or of what is known if that is less; NaN when nothing is. */
  double recent(long nanos) {
    if (size < 2) {
      return Double.NaN;
    }
    long to = at[size - 1];
    return share(Math.max(at[0], to - nanos), to);
  }

  private double busyAt(long nanos) {
    int i = Arrays.binarySearch(at, 0, size, nanos);
    if (i >= 0) {
      return busy[i];
    }
    int next = -i - 1;
    double part = (double) (nanos - at[next - 1]) / (at[next] - at[next - 1]);
    return busy[next - 1] + part * (busy[next] - busy[next - 1]);
  }

  long memoryBytes() {
    return at.length * 16L + 64;
  }
}
