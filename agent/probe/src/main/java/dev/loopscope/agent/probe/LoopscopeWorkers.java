package dev.loopscope.agent.probe;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Hooks for a framework's own pool of workers, whose tasks no application ever sees in a queue: its
 * work is wrapped where it is handed over and tells its origin when it begins.
 */
public final class LoopscopeWorkers {
  private LoopscopeWorkers() {}

  /** Work is handed to the workers; answers what to hand over instead. */
  public static @Nullable Runnable submit(@Nullable Runnable work) {
    if (work == null || !LoopscopePoints.on() || work instanceof LoopscopeWork) {
      return work;
    }
    try {
      LoopscopeOrigin origin = origin();
      return new LoopscopeWork(work, origin);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return work;
    }
  }

  /** Like {@link #submit} for work with a result. */
  public static @Nullable Callable<?> submitCalled(@Nullable Callable<?> work) {
    if (work == null || !LoopscopePoints.on()) {
      return work;
    }
    try {
      return new LoopscopeCalledWork(work, origin());
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return work;
    }
  }

  /** Work is handed to the workers that cannot be wrapped: it only counts. */
  public static void handed() {
    LoopscopeFutures.countShared(LoopscopeCounts.SUBMITTED);
  }

  private static LoopscopeOrigin origin() {
    Thread submitter = Thread.currentThread();
    LoopscopeLoop from = LoopscopeLoops.find(submitter);
    long submitterId = LoopscopeLoops.threadId(submitter);
    // no loop is bound to it yet: any worker may take it
    LoopscopeLoops.unbound().addFrom(submitterId, LoopscopeCounts.SUBMITTED);
    long parent = from == null ? 0 : from.ownRunId();
    return new LoopscopeOrigin(parent, System.nanoTime(), 0, submitterId);
  }

  /** The workers refused what {@link #submit} or one like it has counted. */
  public static void rejected() {
    LoopscopeFutures.countShared(LoopscopeCounts.REJECTED);
  }

  /**
   * The calling worker begins a task. Several may come in one run of the pool beneath: that one is
   * then only the way to them.
   */
  public static void enter(Object task, String kind, int rank) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop == null) {
        return;
      }
      loop.raiseKind(kind, rank);
      if (loop.nestedRuns > 0) {
        loop.nestedRuns++;
        return;
      }
      long now = System.nanoTime();
      if (loop.isRunning() && !loop.leavesPoolTask(rank)) {
        loop.setRunKind(LoopscopeRecord.KIND_INTERNAL);
        loop.end(now);
      }
      int type = LoopscopeTypes.id(task.getClass());
      loop.begin(LoopscopeRecord.KIND_TASK, type, 0, 0, 0, now, 0, task);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The task begun last on the calling worker is over; {@code thrown} is null if it returned. */
  public static void exit(@Nullable Throwable thrown) {
    LoopscopeTasks.exit(thrown);
  }
}
