package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * Who gave a task to a pool, and when, for tasks that carry no number and must not be wrapped. They
 * are told apart by identity hash and class together; see {@link LoopscopeSubmissions}.
 */
final class LoopscopeGivers {
  private static volatile @Nullable LoopscopeSubmissions table;

  private LoopscopeGivers() {}

  /** Drops the table; at the start and end of a session. */
  static void reset() {
    table = null;
  }

  /** The calling thread gives a task away. */
  static void put(Object task) {
    put(task, true);
  }

  /** Like {@link #put}, for a task that goes on later: that it does so is caused by no run. */
  static void putAgain(Object task) {
    put(task, false);
  }

  private static void put(Object task, boolean caused) {
    LoopscopeSubmissions to = table;
    if (to == null) {
      to = new LoopscopeSubmissions();
      table = to; // two threads may race once; the loser's first origin is unknown
    }
    Thread giver = Thread.currentThread();
    LoopscopeLoop from = LoopscopeLoops.find(giver);
    long giverId = from == null ? LoopscopeLoops.threadId(giver) : from.threadId();
    to.putAnew(
        key(task), System.nanoTime(), from == null || !caused ? 0 : from.ownRunId(), giverId);
  }

  /**
   * Begins a run of a task on the calling loop, with what is known of where it came from.
   *
   * @param keep whether the same task will run again
   */
  static void begin(
      LoopscopeLoop loop, int kind, @Nullable Object task, long due, long start, boolean keep) {
    LoopscopeSubmissions from = table;
    int type = 0;
    if (task != null) {
      type = LoopscopeTypes.id(task.getClass());
      long key = key(task, type);
      int slot = from == null ? -1 : from.find(key);
      while (from != null && slot >= 0) {
        long submitted = from.submittedNanos(slot);
        long parent = from.parentId(slot);
        long submitter = from.submitterId(slot);
        if (from.take(slot, key, keep)) {
          loop.begin(kind, type, parent, submitted, due, start, submitter, task);
          return;
        }
        slot = from.find(key);
      }
    }
    loop.begin(kind, type, 0, 0, due, start, 0, task);
  }

  /**
   * Whether the run in progress on the calling loop executes this task. One that a pool's worker
   * took off its queue before anybody watched turns out to be it only now, and gets its origin.
   */
  static boolean isRunning(LoopscopeLoop loop, Object task) {
    if (loop.isRunning(task)) {
      return true;
    }
    if (!loop.lacksTask()) {
      return false;
    }
    LoopscopeSubmissions from = table;
    long key = key(task);
    int slot = from == null ? -1 : from.find(key);
    while (from != null && slot >= 0) {
      long submitted = from.submittedNanos(slot);
      long parent = from.parentId(slot);
      long submitter = from.submitterId(slot);
      if (from.take(slot, key, true)) {
        // what was given away since the run began is something else, which the run works off itself
        if (submitted - loop.ownStartNanos() > 0 || !loop.isRunningOrAdopts(task)) {
          return false;
        }
        loop.describeWork(parent, submitted, submitter);
        forget(from, slot, key);
        return true;
      }
      slot = from.find(key); // it has just moved
    }
    return loop.isRunningOrAdopts(task);
  }

  /** What is asked no more leaves its slot, and the one that it may be moving to meanwhile. */
  private static void forget(LoopscopeSubmissions from, int slot, long key) {
    int at = slot;
    while (at >= 0 && !from.take(at, key, false)) {
      at = from.find(key);
    }
  }

  private static long key(Object task) {
    return key(task, LoopscopeTypes.id(task.getClass()));
  }

  private static long key(Object task, int type) {
    return ((long) type << Integer.SIZE | System.identityHashCode(task)) + 1;
  }
}
