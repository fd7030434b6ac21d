package dev.loopscope.dashboard.store;

/**
 * Loop lag as a function of time, from finished runs. Guarded by its lane.
 *
 * <p>Let {@code E(t)} be the latest end of all runs that were ready (due, submitted or, where
 * neither is known, started) at or before {@code t}. A task that arrives at {@code t} waits for all
 * of them, so the lag is {@code max(0, E(t) − t)}: it jumps when work is given to the loop and
 * falls by a second a second from there, a sawtooth.
 *
 * <p>Runs come in the order of their ends. So the newest run has the largest end of all, and from
 * its ready time on {@code E} is its end: it cuts off every earlier tooth there. A stack holds the
 * teeth by ready time, ascending; a new run takes away those that are ready no earlier than itself
 * and goes on top. Each run is put once and taken once, so that is constant time a run.
 *
 * <p>No run can be known to be the last word on a time, because one that was submitted long ago may
 * still wait. Where work is done in the order in which it was submitted nothing below the top ever
 * changes. So only the newest teeth are kept open; older ones are settled, which is exact for such
 * loops and ignores, for others, the part of a delay that began more than {@value #CAPACITY} teeth
 * ago. Runs that come out of order are left out.
 */
final class LagCurve {

  /** Takes the lag of a stretch of time; stretches come in time order and do not overlap. */
  interface Sink {

    /**
     * The lag is {@code lagNanos} at {@code from} and falls by a second a second until {@code to}.
     */
    void fall(long from, long to, long lagNanos);
  }

  static final int CAPACITY = 256;

  private final long[] ready = new long[CAPACITY];
  private final long[] end = new long[CAPACITY];
  private int size;
  private long settledUntil = Long.MIN_VALUE;

  /** Adds a finished run; {@code settled} takes the teeth that are given up for it. */
  void add(long readyNanos, long endNanos, Sink settled) {
    long from = Math.max(readyNanos, settledUntil);
    if (endNanos <= from || (size > 0 && endNanos < end[size - 1])) {
      return;
    }
    while (size > 0 && ready[size - 1] >= from) {
      size--;
    }
    if (size == CAPACITY) {
      settle(CAPACITY / 2, settled);
    }
    ready[size] = from;
    end[size++] = endNanos;
  }

  /** Gives up all teeth; nothing before {@code nanos} changes any more. */
  void settleUntil(long nanos, Sink settled) {
    settle(size, settled);
    settledUntil = Math.max(settledUntil, nanos);
  }

  private void settle(int teeth, Sink settled) {
    for (int i = 0; i < teeth; i++) {
      tooth(i, size, Long.MAX_VALUE, settled);
    }
    if (teeth > 0) {
      settledUntil = teeth < size ? ready[teeth] : end[teeth - 1];
    }
    size -= teeth;
    System.arraycopy(ready, teeth, ready, 0, size);
    System.arraycopy(end, teeth, end, 0, size);
  }

  /** Passes the teeth that are still open to {@code sink}, cut off at {@code until}. */
  void open(long until, Sink sink) {
    for (int i = 0; i < size && ready[i] < until; i++) {
      tooth(i, size, until, sink);
    }
  }

  private void tooth(int i, int teeth, long until, Sink sink) {
    long to = Math.min(end[i], until);
    if (i + 1 < teeth) {
      to = Math.min(to, ready[i + 1]);
    }
    sink.fall(ready[i], to, end[i] - ready[i]);
  }

  /** Nothing before this moment changes any more. */
  long settledUntil() {
    return settledUntil;
  }
}
