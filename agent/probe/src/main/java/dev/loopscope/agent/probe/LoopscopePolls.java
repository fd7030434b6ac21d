package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * Hooks for loops that wait in a selector or poll. From its return until the tasks begin, or until
 * the next wait, the loop handles ready channels: one IO run. Called on loop threads only.
 */
public final class LoopscopePolls {
  /** Of a loop of this rank nothing is known but that it selects. */
  static final int RANK_SELECTOR = 1;

  /** A thread that comes back so often from one selector, without another between, is a loop. */
  static final int SELECTS_OF_A_LOOP = 3;

  /** Loops of at least this rank belong to a framework, which polls exactly one selector. */
  private static final int RANK_FRAMEWORK = 2;

  /**
   * Channels are told apart only when they took this long: an I/O phase is one record as a rule.
   */
  private static final long SPLIT_NANOS = 1_000_000;

  private LoopscopePolls() {}

  /**
   * The calling thread is about to wait.
   *
   * @param selector identifies what it waits on; null when a thread can only wait on one
   * @param copy number of the framework's copy that calls, 0 for the JDK
   */
  public static void enter(@Nullable Object selector, String kind, int rank, int copy) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop == null || (loop.isInTask() && !loop.leavesPoolTask(rank))) {
        return; // a task that selects is just a task
      }
      if (loop.pollDepth > 0) {
        loop.pollDepth++;
        return;
      }
      if (loop.isInIo() && !loop.waitsOnSame(selector) && loop.kindRank() >= RANK_FRAMEWORK) {
        loop.ignoredPolls++; // a channel handler that waits on a selector of its own
        return;
      }
      long now = System.nanoTime();
      if (loop.isInIo()) {
        loop.end(now);
        loop.facts().endTurn(now);
      }
      loop.raiseKind(kind, rank, copy);
      loop.waitsOn(selector);
      loop.noteCaller();
      loop.pollDepth = 1;
      loop.setPollSince(now);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * The wait is over.
   *
   * @param ready number of ready channels, -1 unknown
   */
  public static void exit(int ready) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null || loop.isInTask()) {
        return;
      }
      if (loop.ignoredPolls > 0) {
        loop.ignoredPolls--;
      } else if (loop.pollDepth > 1) {
        loop.pollDepth--;
      } else if (loop.pollDepth == 1) {
        loop.pollDepth = 0;
        loop.polls = true;
        if (!loop.isProven() && ++loop.sameSelects >= SELECTS_OF_A_LOOP) {
          loop.prove();
        }
        long since = loop.pollSinceNanos();
        loop.setPollSince(0);
        loop.counts().addOwn(LoopscopeCounts.ITERATIONS);
        long now = System.nanoTime();
        loop.counts().addOwn(LoopscopeCounts.WAIT_NANOS, now - since);
        loop.begin(LoopscopeRecord.KIND_IO, 0, 0, since, ready, now, 0, null);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * The turn of a ready channel begins. When those before it took long, their run ends here and
   * another begins, so that a handler that blocks is a run of its own, from its own start.
   */
  public static void channel() {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null || !loop.isInIo()) {
        return;
      }
      long now = System.nanoTime();
      if (now - loop.ownStartNanos() > SPLIT_NANOS) {
        loop.end(now);
        loop.begin(LoopscopeRecord.KIND_IO, 0, 0, now, 0, now, 0, null);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Like {@link #exit(int)}, for a wait whose answer keeps the channels in its upper bits. */
  public static void exitPacked(long ready) {
    exit((int) (ready >> Integer.SIZE));
  }

  /** The loop turns from channels to its queue: tasks until {@link #batchExit} are back to back. */
  public static void batchEnter(String kind, int rank, int copy) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop == null || (loop.isInTask() && !loop.leavesPoolTask(rank))) {
        return;
      }
      long now = System.nanoTime();
      if (loop.polls) {
        loop.raiseKind(kind, rank, copy);
      }
      if (loop.isInIo()) {
        loop.end(now);
        loop.facts().endTurn(now);
      }
      loop.chainNanos = now;
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The queue is empty or its time is up: the next run takes its own start time. */
  public static void batchExit() {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null) {
        loop.chainNanos = 0;
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
