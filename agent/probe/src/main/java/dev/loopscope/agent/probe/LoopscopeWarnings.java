package dev.loopscope.agent.probe;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a framework's own watcher found, kept for our drain thread. The hook runs on the thread of
 * that watcher, never on a loop's; more than a few hundred between two looks are dropped and
 * counted.
 */
public final class LoopscopeWarnings {
  private static final int MAX = 256;
  private static final ArrayBlockingQueue<Blocked> WAITING = new ArrayBlockingQueue<>(MAX);
  private static final AtomicLong DROPPED = new AtomicLong();

  private LoopscopeWarnings() {}

  /**
   * A thread was found blocked.
   *
   * @param atNanos when it was found
   * @param forNanos how long it had been blocked by then
   * @param limitNanos from when on that counts as blocked
   */
  public record Blocked(Thread thread, long atNanos, long forNanos, long limitNanos) {}

  /** A framework's watcher has found a thread blocked. */
  public static void blocked(@Nullable Thread thread, long forNanos, long limitNanos) {
    if (thread == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      if (!WAITING.offer(new Blocked(thread, System.nanoTime(), forNanos, limitNanos))) {
        DROPPED.incrementAndGet();
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Drain thread only: the next one, null when there is none. */
  public static @Nullable Blocked poll() {
    return WAITING.poll();
  }

  /** How many were dropped since the process started. */
  public static long dropped() {
    return DROPPED.get();
  }

  /** Forgets what is waiting, so that no thread is kept alive. */
  public static void clear() {
    WAITING.clear();
  }
}
