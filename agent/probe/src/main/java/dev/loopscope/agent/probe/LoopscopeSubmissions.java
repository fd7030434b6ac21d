package dev.loopscope.agent.probe;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers where numbered tasks came from, for queues whose tasks must not be wrapped because the
 * application can look at them.
 *
 * <p>A fixed table of slots {number, submitted, parent, submitter}. Numbers are dense, so their low
 * bits spread them evenly; a slot is claimed by CAS among a few neighbours, and when all are taken
 * the oldest is given up and counted. Nothing is ever kept alive by it.
 */
final class LoopscopeSubmissions {
  static final int SLOTS = 1 << 15;

  private static final int LONGS = 4;
  private static final int PROBES = 8;
  private static final long FREE = 0;
  private static final long CLAIMED = -1;

  private final AtomicLongArray cells = new AtomicLongArray(SLOTS * LONGS);
  private final AtomicLong forgotten = new AtomicLong();

  /** Any thread. {@code number} must be positive and unique. */
  void put(long number, long submitted, long parent, long submitter) {
    int slot = claim(number);
    cells.setOpaque(slot + 1, submitted);
    cells.setOpaque(slot + 2, parent);
    cells.setOpaque(slot + 3, submitter);
    cells.setRelease(slot, number);
  }

  private int claim(long number) {
    while (true) {
      int oldest = slot(number, 0);
      for (int i = 0; i < PROBES; i++) {
        int slot = slot(number, i);
        if (cells.get(slot) == FREE && cells.compareAndSet(slot, FREE, CLAIMED)) {
          return slot;
        }
        if (cells.getOpaque(slot + 1) < cells.getOpaque(oldest + 1)) {
          oldest = slot;
        }
      }
      long there = cells.get(oldest);
      if (there != CLAIMED && cells.compareAndSet(oldest, there, CLAIMED)) {
        if (there != FREE) {
          forgotten.incrementAndGet();
        }
        return oldest;
      }
    }
  }

  /** Index of the number's slot, -1 when it is not known or no longer. */
  int find(long number) {
    for (int i = 0; i < PROBES; i++) {
      int slot = slot(number, i);
      if (cells.getAcquire(slot) == number) {
        return slot;
      }
    }
    return -1;
  }

  long submittedNanos(int slot) {
    return cells.getOpaque(slot + 1);
  }

  long parentId(int slot) {
    return cells.getOpaque(slot + 2);
  }

  long submitterId(int slot) {
    return cells.getOpaque(slot + 3);
  }

  /** Frees the slot if it still holds the number. */
  void free(int slot, long number) {
    cells.compareAndSet(slot, number, FREE);
  }

  /** Tasks whose origin was given up for newer ones. */
  long forgotten() {
    return forgotten.get();
  }

  private static int slot(long number, int probe) {
    return ((int) number + probe & SLOTS - 1) * LONGS;
  }
}
