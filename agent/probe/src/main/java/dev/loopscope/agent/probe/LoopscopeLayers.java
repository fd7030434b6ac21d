package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * Hooks for a framework that runs on another's loops. The run in progress is the other's and stays
 * one run; the layer above only says better what it is.
 */
public final class LoopscopeLayers {
  private LoopscopeLayers() {}

  /**
   * The calling thread may be a loop of the layer above. Workers of its pools are of the same class
   * and are none.
   *
   * @param threadClass its binary class name if it does; shaded copies end so too
   */
  public static void thread(String threadClass, String kind, int rank) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      Thread self = Thread.currentThread();
      LoopscopeLoop loop = LoopscopeLoops.find(self);
      if (loop != null
          && loop.kindRank() < rank
          && !loop.isWorker()
          && self.getClass().getName().endsWith(threadClass)) {
        loop.raiseKind(kind, rank);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * The run in progress on the calling thread is really of this object's class.
   *
   * @param sureness of all that is said of one run the surest holds, and of those the first
   */
  public static void really(@Nullable Object what, int sureness) {
    if (what == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isInTask() && loop.nestedRuns == 0) {
        loop.describe(what.getClass(), sureness);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The layer above has caught what the run in progress threw. */
  public static void failed() {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isInTask() && loop.nestedRuns == 0) {
        loop.setOutcome(LoopscopeRecord.OUTCOME_FAILED);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
