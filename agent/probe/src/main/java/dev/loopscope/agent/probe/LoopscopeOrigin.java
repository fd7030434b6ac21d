package dev.loopscope.agent.probe;

/** Where a timer comes from. */
final class LoopscopeOrigin {
  private final long parentId;
  private final long submittedNanos;
  private final long dueNanos;
  private final long submitterId;

  /**
   * @param dueNanos when a timer that fires once is due; 0 for a periodic one
   */
  LoopscopeOrigin(long parentId, long submittedNanos, long dueNanos, long submitterId) {
    this.parentId = parentId;
    this.submittedNanos = submittedNanos;
    this.dueNanos = dueNanos;
    this.submitterId = submitterId;
  }

  /** Completes the run in progress on the calling thread, whose command begins now. */
  void describeRun(Object command) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isInTask()) {
        int type = LoopscopeTypes.id(command.getClass());
        loop.describeTimer(type, parentId, submittedNanos, dueNanos, submitterId);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * Completes the run in progress on the calling worker, whose work begins now.
   *
   * @param sureness how surely the work's class says what the run is
   */
  void describeWork(Object work, int sureness) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isInTask() && loop.nestedRuns == 0) {
        loop.describeWork(parentId, submittedNanos, submitterId);
        loop.describe(work.getClass(), sureness);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
