package dev.loopscope.agent.probe;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers where numbered tasks came from, for queues whose tasks must not be wrapped because the
 * application can look at them.
 *
 * <p>A fixed table of slots {number, submitted, parent, submitter}, the number negative while its
 * slot is moved by one thread and may still be taken by another; the low bits of numbers spread
 * them evenly, and a slot is claimed by CAS among a few neighbours. Nothing is ever kept alive by
 * it, and no thread waits for another.
 *
 * <p>The first few slots are a cache: what was given last is there, and they stay in a processor's
 * nearest memory, where a table for all would make each task wait for a farther one, which costs as
 * much as all the rest. When the neighbours there are taken, the one that waits longest moves to
 * the many slots behind; when those are taken too, the oldest there is given up and counted.
 */
final class LoopscopeSubmissions {
  /** 16 KB. */
  static final int NEAR_SLOTS = 1 << 9;

  static final int FAR_SLOTS = 1 << 15;

  private static final int LONGS = 4;
  private static final int NEAR_PROBES = 4;
  private static final int FAR_PROBES = 8;

  /** Whoever meets only slots that others are just writing tries again, so many times. */
  private static final int TRIES = 4;

  private static final long FREE = 0;
  private static final long CLAIMED = Long.MIN_VALUE;
  private static final int NONE = -1;

  private final AtomicLongArray cells = new AtomicLongArray((NEAR_SLOTS + FAR_SLOTS) * LONGS);

  /** Slots in use behind the near ones; as long as there are none nobody looks there. */
  private final AtomicInteger far = new AtomicInteger();

  private final AtomicLong forgotten = new AtomicLong();

  /** Any thread. {@code number} must be positive and be put only once. */
  void put(long number, long submitted, long parent, long submitter) {
    int slot = claimNear(number);
    if (slot == NONE) {
      slot = claimFar(number);
    }
    if (slot == NONE) {
      forgotten.incrementAndGet();
    } else {
      write(slot, number, submitted, parent, submitter);
    }
  }

  /** Like {@link #put}; put once more, it is as if the number had only been put then. */
  void putAnew(long number, long submitted, long parent, long submitter) {
    int before = far.get() == 0 ? NONE : findFar(number);
    if (before != NONE) {
      free(before, number); // given once more on its way
    }
    put(number, submitted, parent, submitter);
  }

  private void write(int slot, long number, long submitted, long parent, long submitter) {
    cells.setOpaque(slot + 1, submitted);
    cells.setOpaque(slot + 2, parent);
    cells.setOpaque(slot + 3, submitter);
    cells.setRelease(slot, number);
  }

  private int claimNear(long number) {
    for (int tries = 0; tries < TRIES; tries++) {
      int free = NONE;
      int oldest = near(number, 0);
      for (int i = 0; i < NEAR_PROBES; i++) {
        int slot = near(number, i);
        long there = cells.get(slot);
        if (there == number && cells.compareAndSet(slot, number, CLAIMED)) {
          return slot; // given once more on its way
        }
        free = there == FREE && free == NONE ? slot : free;
        oldest = older(slot, oldest);
      }
      if (free == NONE ? moveFar(oldest) : cells.compareAndSet(free, FREE, CLAIMED)) {
        return free == NONE ? oldest : free;
      }
    }
    return NONE;
  }

  /**
   * Claims a near slot by moving what is there to the far ones; false when it changes meanwhile.
   */
  private boolean moveFar(int slot) {
    long number = cells.get(slot);
    if (number <= FREE || !cells.compareAndSet(slot, number, -number)) {
      return false;
    }
    int to = claimFar(number);
    if (to != NONE) {
      write(to, number, submittedNanos(slot), parentId(slot), submitterId(slot));
    }
    boolean moved = cells.compareAndSet(slot, -number, CLAIMED);
    if (to == NONE && moved) {
      forgotten.incrementAndGet();
    } else if (to != NONE && !moved) {
      free(to, number); // somebody has taken it, and asks no more what was copied
    }
    return moved;
  }

  private int claimFar(long number) {
    for (int tries = 0; tries < TRIES; tries++) {
      int oldest = far(number, 0);
      for (int i = 0; i < FAR_PROBES; i++) {
        int slot = far(number, i);
        if (cells.get(slot) == FREE && cells.compareAndSet(slot, FREE, CLAIMED)) {
          far.incrementAndGet(); // before the number can be missed in the near slots
          return slot;
        }
        oldest = older(slot, oldest);
      }
      long there = cells.get(oldest);
      if (there != CLAIMED && there != FREE && cells.compareAndSet(oldest, there, CLAIMED)) {
        forgotten.incrementAndGet();
        return oldest;
      }
    }
    return NONE;
  }

  private int older(int slot, int other) {
    return cells.getOpaque(slot + 1) - cells.getOpaque(other + 1) < 0 ? slot : other;
  }

  /**
   * Index of the number's slot, -1 when it is not known or no longer. What is read from the slot is
   * the number's if {@link #take} says so afterwards; otherwise it has just moved, which happens
   * once.
   */
  int find(long number) {
    for (int i = 0; i < NEAR_PROBES; i++) {
      int slot = near(number, i);
      if (holds(slot, number)) {
        return slot;
      }
    }
    return far.get() == 0 ? NONE : findFar(number);
  }

  private int findFar(long number) {
    for (int i = 0; i < FAR_PROBES; i++) {
      int slot = far(number, i);
      if (holds(slot, number)) {
        return slot;
      }
    }
    return NONE;
  }

  long submittedNanos(int slot) {
    return cells.getAcquire(slot + 1);
  }

  long parentId(int slot) {
    return cells.getAcquire(slot + 2);
  }

  long submitterId(int slot) {
    return cells.getAcquire(slot + 3);
  }

  /**
   * Frees a slot that was found.
   *
   * @param keep leaves it, because the same number will be asked for again
   * @return whether it was still the number's
   */
  boolean take(int slot, long number, boolean keep) {
    return keep ? holds(slot, number) : free(slot, number);
  }

  private boolean holds(int slot, long number) {
    long there = cells.getAcquire(slot);
    return there == number || there == -number;
  }

  /** Frees the slot if it still holds the number. */
  boolean free(int slot, long number) {
    boolean freed =
        cells.compareAndSet(slot, number, FREE) || cells.compareAndSet(slot, -number, FREE);
    if (freed && slot >= NEAR_SLOTS * LONGS) {
      far.decrementAndGet();
    }
    return freed;
  }

  /** Tasks whose origin was given up for newer ones. */
  long forgotten() {
    return forgotten.get();
  }

  private static int near(long number, int probe) {
    return ((int) number + probe & NEAR_SLOTS - 1) * LONGS;
  }

  private static int far(long number, int probe) {
    return (NEAR_SLOTS + ((int) number + probe & FAR_SLOTS - 1)) * LONGS;
  }
}
