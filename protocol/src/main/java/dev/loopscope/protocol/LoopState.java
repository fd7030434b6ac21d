package dev.loopscope.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a loop is doing at a moment, and its totals up to then. Sent several times a second for
 * every loop; the totals are exact whatever was merged or lost.
 *
 * @param loop number of the loop; 0 for the totals of what could not be given to one loop, such as
 *     a timer that some other thread set or cancelled
 * @param atNanos the moment
 * @param activity what it was doing
 * @param sinceNanos since when it was doing that
 * @param current the unfinished run when {@code activity} is {@link Activity#RUNNING}
 * @param pending tasks waiting in its queue, -1 when unknown
 * @param totals since attach
 */
public record LoopState(
    int loop,
    long atNanos,
    Activity activity,
    long sinceNanos,
    @Nullable OpenRun current,
    long pending,
    Totals totals)
    implements Frame {

  /** What a loop is doing. */
  public enum Activity {
    /** In select, poll, park or take: nothing to do. */
    WAITING,
    /** In a run. */
    RUNNING,
    /** Between runs, in the framework's own code. */
    BETWEEN,
    /** Its thread has ended. */
    ENDED
  }

  /** A run that has not ended yet; fields as in {@link Run}. */
  public record OpenRun(
      long id,
      long parent,
      int type,
      RunKind kind,
      long submittedNanos,
      long dueNanos,
      long startNanos,
      long submitter) {

    /** As {@link Run#readyNanos()}. */
    public long readyNanos() {
      return Readiness.nanos(kind.ordinal(), submittedNanos, dueNanos, startNanos);
    }
  }

  /**
   * Exact counts and sums since attach.
   *
   * @param submitted tasks and timers given to the loop
   * @param started runs begun, I/O phases not counted; periodic timers count each run
   * @param finished runs ended, I/O phases not counted
   * @param failed of those finished, how many failed
   * @param cancelled tasks and timers cancelled before they ran
   * @param iterations turns of the loop (I/O phases)
   * @param busyNanos time not spent waiting, up to {@code atNanos}
   * @param waitNanos time spent waiting in select, poll or park, up to {@code atNanos}
   * @param lost runs lost because the ring was full
   * @param cpuNanos CPU time of the thread, -1 when unknown
   */
  public record Totals(
      long submitted,
      long started,
      long finished,
      long failed,
      long cancelled,
      long iterations,
      long busyNanos,
      long waitNanos,
      long lost,
      long cpuNanos) {}
}
