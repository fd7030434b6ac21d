package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Exact totals of one loop, or of what belongs to no known loop, independent of ring losses.
 *
 * <p>A loop's own thread counts in plain cells that it alone writes; other threads count in striped
 * atomic cells. Reading sums both: exact once the writers rest, never ahead of the truth.
 */
public final class LoopscopeCounts {
  /** Tasks handed to the loop. */
  public static final int SUBMITTED = 0;

  /** Timers set. */
  public static final int SCHEDULED = 1;

  /** Submitted or scheduled, but refused or withdrawn again. */
  public static final int REJECTED = 2;

  /** Runs of tasks and timers that returned normally; a periodic timer counts every run. */
  public static final int DONE = 3;

  /** Runs of tasks and timers that threw. */
  public static final int FAILED = 4;

  /** Successful cancellations, each once, whether the loop still saw the task or not. */
  public static final int CANCELLED = 5;

  /** Tasks counted as submitted that the loop has taken off its queue. */
  public static final int TAKEN = 6;

  /** Returns from select or poll. */
  public static final int ITERATIONS = 7;

  /** Nanoseconds in ended runs, I/O included. */
  public static final int BUSY_NANOS = 8;

  /** Nanoseconds in ended waits in select or poll. */
  public static final int WAIT_NANOS = 9;

  static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

  private static final int STRIPES = 8;

  /** What other threads may count, one cache line a stripe. */
  private static final int CELLS = 8;

  private static final int OWN_CELLS = 10;

  /** Keeps the loop's own cells off the cache lines of its neighbours in memory. */
  private static final int PADDING = 8;

  private final long[] own = new long[PADDING + OWN_CELLS + PADDING];
  private final AtomicLongArray others = new AtomicLongArray(STRIPES * CELLS);

  /** By the loop's own thread only. */
  void addOwn(int what) {
    addOwn(what, 1);
  }

  /** By the loop's own thread only. */
  void addOwn(int what, long amount) {
    int i = PADDING + what;
    // released, so that readers see whole values; the loop's thread is the only writer
    LONGS.setRelease(own, i, own[i] + amount);
  }

  /** By any thread; {@code threadId} spreads writers over cache lines. */
  void addFrom(long threadId, int what) {
    others.getAndIncrement((int) (threadId & STRIPES - 1) * CELLS + what);
  }

  /** Any thread: the total of one of the constants above. */
  public long get(int what) {
    long sum = (long) LONGS.getAcquire(own, PADDING + what);
    if (what >= CELLS) {
      return sum;
    }
    for (int i = 0; i < STRIPES; i++) {
      sum += others.get(i * CELLS + what);
    }
    return sum;
  }
}
