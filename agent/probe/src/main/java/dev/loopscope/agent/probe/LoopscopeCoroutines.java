package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * Hooks for the dispatchers of coroutines. A run is one stretch of a coroutine, from its start or
 * resumption to its next suspension; it has the name of the code that goes on in it.
 */
public final class LoopscopeCoroutines {
  /** Surer than what the dispatcher's own task says. */
  private static final int RESUMED = 2;

  private LoopscopeCoroutines() {}

  /** A task is given to a dispatcher. */
  public static void given(@Nullable Object task) {
    if (task == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeGivers.put(task);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The calling worker of a dispatcher begins a task. */
  public static void enter(@Nullable Object task, Object dispatcher, String kind, int rank) {
    if (task == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop == null) {
        return;
      }
      LoopscopeWorker worker = loop.worker();
      if (worker == null) {
        worker = new LoopscopeWorker(dispatcher, false);
        loop.setWorker(worker);
        loop.raiseKind(kind, rank);
      }
      worker.begin(loop, task);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The task begun last is over. */
  public static void exit() {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      LoopscopeWorker worker = loop == null ? null : loop.worker();
      if (loop != null && worker != null) {
        worker.end(loop, false);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A task begins that a view of a dispatcher works off, with others, inside one of its tasks. */
  public static void enterInner(@Nullable Object task) {
    if (task == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      LoopscopeWorker worker = loop == null ? null : loop.worker();
      if (loop != null && worker != null) {
        worker.beginInner(loop, task);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The task begun last inside another is over; not called when it threw. */
  public static void exitInner() {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      LoopscopeWorker worker = loop == null ? null : loop.worker();
      if (loop != null && worker != null) {
        worker.endInner(loop);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * A coroutine goes on in the run in progress.
   *
   * @param continuation its code, or what dispatches that
   */
  public static void resumes(@Nullable Object continuation) {
    if (continuation == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isInTask() && loop.nestedRuns == 0) {
        loop.describe(LoopscopeContinuations.code(continuation).getClass(), RESUMED);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
