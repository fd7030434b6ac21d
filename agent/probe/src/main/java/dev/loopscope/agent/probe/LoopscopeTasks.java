package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * Hooks for tasks that a loop takes from a queue. Woven code calls them on submitters' and loops'
 * threads; none throws, locks or calls code of the application.
 */
public final class LoopscopeTasks {
  private LoopscopeTasks() {}

  /**
   * A task is about to enter a loop's queue.
   *
   * @param loopThread the thread that will run it, null if it is not started yet
   * @param ours whether the framework's own timer object is queued, which is counted as a timer
   * @return what to queue instead: a wrapper, or the task itself when there is nothing to remember
   */
  public static @Nullable Runnable submit(
      @Nullable Runnable task, @Nullable Thread loopThread, boolean ours) {
    if (task == null || ours || !LoopscopePoints.on() || task instanceof LoopscopeTask) {
      return task;
    }
    try {
      int type = LoopscopeTypes.id(task.getClass());
      if (LoopscopeTypes.isInternal(type)) {
        return task; // wakes the loop up, no work
      }
      Thread submitter = Thread.currentThread();
      LoopscopeLoop from = LoopscopeLoops.find(submitter);
      long submitterId = from == null ? LoopscopeLoops.threadId(submitter) : from.threadId();
      long parent = from == null ? 0 : from.ownRunId();
      count(LoopscopeCounts.SUBMITTED, from, submitterId, loopThread);
      return new LoopscopeTask(task, parent, System.nanoTime(), submitterId, type);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return task;
    }
  }

  /** What was to be queued was refused; counts if {@link #submit} has counted and wrapped it. */
  public static void rejected(@Nullable Runnable queued, @Nullable Thread loopThread) {
    withdrawn(queued instanceof LoopscopeTask, loopThread);
  }

  /** Some task that {@link #submit} has counted may have been taken out of the queue again. */
  public static void withdrawn(boolean found, @Nullable Thread loopThread) {
    if (!found || !LoopscopePoints.on()) {
      return;
    }
    try {
      Thread submitter = Thread.currentThread();
      LoopscopeLoop from = LoopscopeLoops.find(submitter);
      count(LoopscopeCounts.REJECTED, from, LoopscopeLoops.threadId(submitter), loopThread);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  static void count(
      int what, @Nullable LoopscopeLoop from, long submitterId, @Nullable Thread loopThread) {
    if (from != null && from.thread() == loopThread) {
      from.counts().addOwn(what);
    } else {
      LoopscopeLoop to = LoopscopeLoops.find(loopThread);
      (to == null ? LoopscopeLoops.unbound() : to.counts()).addFrom(submitterId, what);
    }
  }

  /** The application's task, for code of the application that would otherwise see a wrapper. */
  public static @Nullable Runnable unwrap(@Nullable Runnable task) {
    return task instanceof LoopscopeTask wrapper ? wrapper.delegate : task;
  }

  /** What to look for in a queue that may hold the task or its wrapper. */
  public static @Nullable Runnable sought(@Nullable Runnable task) {
    return task == null || task instanceof LoopscopeTask ? task : new LoopscopeSought(task);
  }

  /**
   * The calling loop thread begins a task.
   *
   * @param copy number of the framework's copy that calls
   * @return the task to run, unwrapped
   */
  public static Runnable enter(Runnable task, String kind, int rank, int copy) {
    LoopscopeTask wrapper = task instanceof LoopscopeTask found ? found : null;
    Runnable runs = wrapper == null ? task : wrapper.delegate;
    if (!LoopscopePoints.on() || runs == null) {
      return runs;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop != null) {
        loop.raiseKind(kind, rank, copy);
        if (loop.isInTask()) {
          loop.leavesPoolTask(rank);
        }
        begin(loop, wrapper, runs);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
    return runs;
  }

  private static void begin(LoopscopeLoop loop, @Nullable LoopscopeTask wrapper, Runnable runs) {
    if (wrapper != null) {
      loop.counts().addOwn(LoopscopeCounts.TAKEN);
    }
    if (loop.isInTask()) {
      loop.nestedRuns++;
      return;
    }
    long start = loop.chainNanos == 0 ? System.nanoTime() : loop.chainNanos;
    if (loop.isInIo()) {
      loop.end(start);
    }
    if (wrapper == null) {
      int type = LoopscopeTypes.id(runs.getClass());
      boolean ours = LoopscopeTypes.isInternal(type);
      int kind = ours ? LoopscopeRecord.KIND_INTERNAL : LoopscopeRecord.KIND_TASK;
      loop.begin(kind, type, 0, 0, 0, start, 0, runs);
    } else {
      long submitted = wrapper.submittedNanos;
      // a chained start may be older than a task that was queued while the one before it ran
      long from = Math.max(start, submitted);
      int kind = LoopscopeRecord.KIND_TASK;
      long parent = wrapper.parentId;
      loop.begin(kind, wrapper.type(), parent, submitted, 0, from, wrapper.submitterId(), runs);
    }
  }

  /**
   * The task begun last on the calling thread has ended; {@code thrown} is null when it returned.
   */
  public static void exit(@Nullable Throwable thrown) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isInTask()) {
        end(loop, thrown != null);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  static void end(LoopscopeLoop loop, boolean failed) {
    if (loop.nestedRuns > 0) {
      loop.nestedRuns--;
      loop.counts().addOwn(failed ? LoopscopeCounts.FAILED : LoopscopeCounts.DONE);
      return;
    }
    if (failed) {
      loop.setOutcome(LoopscopeRecord.OUTCOME_FAILED);
    }
    long now = System.nanoTime();
    loop.end(now);
    if (loop.chainNanos != 0) {
      loop.chainNanos = now;
    }
  }
}
