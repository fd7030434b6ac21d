package dev.loopscope.protocol;

/**
 * One uninterrupted execution on a loop, written when it ended.
 *
 * @param id unique in the process and never reused; never 0
 * @param parent the run that submitted this one, 0 when none was running on the submitting thread
 * @param type number of the task's type, 0 unknown
 * @param kind what kind of work
 * @param outcome how it ended
 * @param submittedNanos when it was given to the loop (a timer: scheduled), 0 when unknown
 * @param dueNanos a timer: when it should have fired; otherwise 0
 * @param startNanos when it began
 * @param endNanos when it ended, never before {@code startNanos}
 * @param pollNanos I/O only: how long the loop waited in select just before {@code startNanos}
 * @param submitter {@code Thread.getId()} of the submitting thread, 0 when unknown
 */
public record Run(
    long id,
    long parent,
    int type,
    RunKind kind,
    Outcome outcome,
    long submittedNanos,
    long dueNanos,
    long startNanos,
    long endNanos,
    long pollNanos,
    long submitter) {

  /** How long the run took. */
  public long durationNanos() {
    return endNanos - startNanos;
  }

  /**
   * When its work was ready to run: a timer when it was due, other work when it was submitted;
   * where that is not known, and for I/O, when it began.
   */
  public long readyNanos() {
    return Readiness.nanos(kind.ordinal(), submittedNanos, dueNanos, startNanos);
  }

  /** Whether {@link #queueDelayNanos()} means anything for this run. */
  public boolean hasQueueDelay() {
    return kind != RunKind.IO
        && outcome != Outcome.CANCELLED
        && (dueNanos != 0 || (submittedNanos != 0 && kind != RunKind.TIMER));
  }

  /**
   * How long the work was ready before it began: since its due time for a timer, since its
   * submission otherwise; 0 where that is not known.
   */
  public long queueDelayNanos() {
    return hasQueueDelay()
        ? Math.max(0, startNanos - (dueNanos != 0 ? dueNanos : submittedNanos))
        : 0;
  }
}
