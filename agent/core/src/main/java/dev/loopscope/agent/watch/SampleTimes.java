package dev.loopscope.agent.watch;

/**
 * When a blocked run is sampled: densely at first, where most stalls end, then rarely, because a
 * sample stops the target for a moment.
 */
final class SampleTimes {

  /** After the limit was broken, in milliseconds. */
  private static final long[] AFTER_LIMIT_MILLIS = {0, 5, 15, 40, 100, 250, 1_000, 3_000};

  static final int MAX_SAMPLES = AFTER_LIMIT_MILLIS.length;

  private SampleTimes() {}

  /**
   * When sample {@code index} of a run is due, as its age in nanoseconds; {@link Long#MAX_VALUE}
   * when enough samples were taken.
   */
  static long dueAgeNanos(long limitNanos, int index) {
    return index < MAX_SAMPLES
        ? limitNanos + AFTER_LIMIT_MILLIS[index] * 1_000_000L
        : Long.MAX_VALUE;
  }
}
