package dev.loopscope.agent.drain;

/**
 * The numbers of the last few runs that are worth keeping apart. Bounded: a new number takes the
 * place of an old one that falls on the same spot. For one thread.
 */
final class IdSet {

  private final long[] ids;
  private boolean empty = true;

  /** Room for {@code capacity} numbers, a power of two. */
  IdSet(int capacity) {
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("capacity must be a power of two, not " + capacity);
    }
    ids = new long[capacity];
  }

  void add(long id) {
    if (id != 0) {
      ids[spot(id)] = id;
      empty = false;
    }
  }

  boolean contains(long id) {
    return !empty && ids[spot(id)] == id;
  }

  private int spot(long id) {
    return (int) ((id * 0x9E3779B97F4A7C15L) >>> 40) & (ids.length - 1);
  }
}
