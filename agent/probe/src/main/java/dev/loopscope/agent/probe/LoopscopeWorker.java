package dev.loopscope.agent.probe;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a loop whose thread is a worker of a pool. Loop thread only, but {@link #pool}.
 *
 * <p>A pool's task may turn out to be a loop of its own, such as a hand-written select loop or
 * Netty's on an executor: then what runs inside it are the runs, and it is none.
 */
final class LoopscopeWorker {
  /** A task that selects this often is a loop; one that selects once is just a task. */
  private static final int LOOPS_SELECTS = 8;

  private static final int RANK_FRAMEWORK = 2;

  private final WeakReference<Object> pool;

  /** Whether the queue is one whose hooks tell when the worker waits; so a record may be held. */
  final boolean knownQueue;

  /** Tasks of the pool in progress on the thread, one inside the other. */
  private int depth;

  /** Whether the run in progress is the pool's task. */
  private boolean inRun;

  /** Whether the run in progress is one of several that the pool's task works off. */
  private boolean inInner;

  private int selects;

  /** What the worker has taken off the queue last and has not begun. */
  @Nullable Object taken;

  LoopscopeWorker(Object pool, boolean knownQueue) {
    this.pool = new WeakReference<>(pool);
    this.knownQueue = knownQueue;
  }

  @Nullable Object pool() {
    return pool.get();
  }

  boolean isBetweenTasks() {
    return depth == 0;
  }

  /** The worker begins a task; null when its queue is not known. */
  void begin(LoopscopeLoop loop, @Nullable Object task) {
    taken = null;
    if (++depth > 1 || loop.isInTask()) {
      return;
    }
    long now = System.nanoTime();
    if (loop.isInIo()) {
      loop.end(now);
    }
    // who will take a pool's task is only known when it is taken
    loop.counts().addOwn(LoopscopeCounts.SUBMITTED);
    loop.counts().addOwn(LoopscopeCounts.TAKEN);
    inRun = true;
    selects = 0;
    LoopscopeGivers.begin(loop, LoopscopeRecord.KIND_TASK, task, 0, now, false);
  }

  /** Like {@link #begin}, for what is no run. */
  void pass() {
    depth++;
  }

  /**
   * The task begun last has ended.
   *
   * @param hold whether its record waits until it is known whether the task failed
   */
  void end(LoopscopeLoop loop, boolean hold) {
    if (depth == 0 || --depth > 0) {
      return;
    }
    if (inInner) {
      closeInner(loop); // it threw
    } else if (inRun) {
      inRun = false;
      if (!loop.isRunning()) {
        return; // hooks of a framework have ended it
      }
      if (hold && knownQueue) {
        loop.hold(System.nanoTime());
      } else {
        loop.end(System.nanoTime());
      }
    } else if (loop.isInIo()) {
      loop.end(System.nanoTime()); // a loop that the pool's task was has ended
    }
  }

  /** A task begins that the pool's task works off with others: those are the runs, and it none. */
  void beginInner(LoopscopeLoop loop, Object task) {
    if (depth != 1) {
      return;
    }
    closeInner(loop); // the one before, if it threw
    leaves(loop, RANK_FRAMEWORK);
    if (loop.isRunning()) {
      return; // of some other framework
    }
    loop.counts().addOwn(LoopscopeCounts.SUBMITTED);
    loop.counts().addOwn(LoopscopeCounts.TAKEN);
    inInner = true;
    LoopscopeGivers.begin(loop, LoopscopeRecord.KIND_TASK, task, 0, System.nanoTime(), false);
  }

  /** The task begun last inside the pool's has ended. */
  void endInner(LoopscopeLoop loop) {
    if (depth == 1) {
      closeInner(loop);
    }
  }

  private void closeInner(LoopscopeLoop loop) {
    boolean open = inInner && loop.isRunning();
    inInner = false;
    if (open) {
      loop.end(System.nanoTime());
    }
  }

  /**
   * Something begins inside the run in progress that only a loop does.
   *
   * @return whether the pool's task was taken for a run until now, and is none any more
   */
  boolean leaves(LoopscopeLoop loop, int rank) {
    if (!inRun || (rank < RANK_FRAMEWORK && ++selects < LOOPS_SELECTS)) {
      return false;
    }
    inRun = false;
    loop.counts().addOwn(LoopscopeCounts.SUBMITTED, -1);
    loop.counts().addOwn(LoopscopeCounts.TAKEN, -1);
    loop.discard();
    return true;
  }
}
