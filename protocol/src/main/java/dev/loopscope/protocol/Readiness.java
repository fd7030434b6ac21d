package dev.loopscope.protocol;

/** When the work of a run was ready to run: the one place that says so. */
final class Readiness {

  private static final int IO = RunKind.IO.ordinal();
  private static final int TIMER = RunKind.TIMER.ordinal();

  private Readiness() {}

  /**
   * A timer is ready when it is due, other work when it is submitted. Where that is not known, and
   * for I/O phases, it counts as ready when it began; never later than that.
   *
   * @param kind ordinal of its {@link RunKind}
   */
  static long nanos(int kind, long submittedNanos, long dueNanos, long startNanos) {
    long ready = startNanos;
    if (kind != IO && dueNanos != 0) {
      ready = dueNanos;
    } else if (kind != IO && kind != TIMER && submittedNanos != 0) {
      ready = submittedNanos;
    }
    return Math.min(ready, startNanos);
  }
}
