package dev.loopscope.dashboard.store;

import java.util.Arrays;

/**
 * Values of the few rows of a column that need one: those that do not fit into the column, or those
 * from which on something holds. Rows are put in ascending order.
 */
final class RowValues {

  private static final int BYTES_PER_ROW = 12;

  private int[] rows = new int[0];
  private long[] values = new long[0];
  private int size;

  void put(int row, long value) {
    if (size == rows.length) {
      int room = Math.max(2, size * 2);
      rows = Arrays.copyOf(rows, room);
      values = Arrays.copyOf(values, room);
    }
    rows[size] = row;
    values[size++] = value;
  }

  /** The value of the last row put that is not after {@code row}. */
  long atOrBefore(int row) {
    if (size == 1) {
      return values[0];
    }
    int i = Arrays.binarySearch(rows, 0, size, row);
    return values[i >= 0 ? i : -i - 2];
  }

  /** Gives back the room for more. */
  void trim() {
    rows = Arrays.copyOf(rows, size);
    values = Arrays.copyOf(values, size);
  }

  long memoryBytes() {
    return (long) rows.length * BYTES_PER_ROW;
  }
}
