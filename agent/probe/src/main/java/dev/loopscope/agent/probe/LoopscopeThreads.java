package dev.loopscope.agent.probe;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** Hooks for virtual threads: how many began and ended, and what a carrier runs. */
public final class LoopscopeThreads {
  private static final int STRIPES = 8;
  private static final int CELLS = 8;
  private static final int STARTED = 0;
  private static final int ENDED = 1;

  private static volatile AtomicLongArray counts = new AtomicLongArray(STRIPES * CELLS);

  private LoopscopeThreads() {}

  /** Begins to count anew; at the start of a session. */
  public static void reset() {
    counts = new AtomicLongArray(STRIPES * CELLS);
  }

  /** A virtual thread was started. */
  public static void started() {
    count(STARTED);
  }

  /** A virtual thread has ended, on the calling carrier. */
  public static void ended() {
    count(ENDED);
  }

  private static void count(int what) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      long threadId = LoopscopeLoops.threadId(Thread.currentThread());
      counts.getAndIncrement((int) (threadId & STRIPES - 1) * CELLS + what);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** How many were started since {@link #reset}. */
  public static long startedCount() {
    return sum(STARTED);
  }

  /** How many have ended since {@link #reset}, those that were started before it too. */
  public static long endedCount() {
    return sum(ENDED);
  }

  private static long sum(int what) {
    AtomicLongArray present = counts;
    long sum = 0;
    for (int i = 0; i < STRIPES; i++) {
      sum += present.get(i * CELLS + what);
    }
    return sum;
  }

  /** The calling carrier begins to run a virtual thread, until it unmounts. */
  public static void mount(Object virtualThread, String kind, int rank) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop == null) {
        return;
      }
      loop.raiseKind(kind, rank);
      if (loop.isInTask()) {
        loop.nestedRuns++;
        return;
      }
      int type = LoopscopeTypes.id(LoopscopeThreadTask.classOf(virtualThread));
      long now = System.nanoTime();
      loop.begin(LoopscopeRecord.KIND_TASK, type, 0, 0, 0, now, 0, null);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The virtual thread mounted last on the calling carrier has left it. */
  public static void unmount(@Nullable Throwable thrown) {
    LoopscopeTasks.exit(thrown);
  }
}
