package dev.loopscope.dashboard.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where the runs of a chunk came from: the submitting thread together with the upper half of the
 * parent's id. Both follow from the loop that submitted, so a chunk knows few and a row needs one
 * byte.
 */
final class Origins {

  static final int CAPACITY = 256;

  private static final int SLOTS = 512;

  private long[] submitters = new long[4];
  private long[] parentsHigh = new long[4];
  private int size;
  private int last;
  private short @Nullable [] slots;

  /** The number of this origin, -1 when it is new and there is no room for it. */
  int number(long submitter, long parent) {
    long high = parent >>> 32;
    if (last < size && submitters[last] == submitter && parentsHigh[last] == high) {
      return last;
    }
    short[] table = slots;
    if (table == null) {
      table = new short[SLOTS];
      slots = table;
      for (int i = 0; i < size; i++) {
        table[slot(table, submitters[i], parentsHigh[i])] = (short) (i + 1);
      }
    }
    int slot = slot(table, submitter, high);
    if (table[slot] == 0) {
      if (size == CAPACITY) {
        return -1;
      }
      add(submitter, high);
      table[slot] = (short) size;
    }
    last = table[slot] - 1;
    return last;
  }

  private int slot(short[] table, long submitter, long high) {
    int slot = Long.hashCode((submitter * 31 + high) * 0x9E3779B97F4A7C15L) >>> 23;
    while (table[slot] != 0
        && (submitters[table[slot] - 1] != submitter || parentsHigh[table[slot] - 1] != high)) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }

  private void add(long submitter, long high) {
    if (size == submitters.length) {
      submitters = Arrays.copyOf(submitters, size * 2);
      parentsHigh = Arrays.copyOf(parentsHigh, size * 2);
    }
    submitters[size] = submitter;
    parentsHigh[size++] = high;
  }

  /** Forgets what only {@link #number} needs, which may build it again. */
  void trim() {
    slots = null;
  }

  long submitter(int number) {
    return submitters[number];
  }

  long parentHigh(int number) {
    return parentsHigh[number] << 32;
  }

  long memoryBytes() {
    return submitters.length * 16L + (slots == null ? 0 : SLOTS * 2L);
  }
}
