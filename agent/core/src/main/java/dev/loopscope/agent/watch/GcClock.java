package dev.loopscope.agent.watch;

/**
 * Converts the garbage collectors' clock (milliseconds since a moment of JVM start-up that no API
 * tells) to {@code System.nanoTime()}.
 *
 * <p>{@code RuntimeMXBean.getUptime()} is no help: it counts from an earlier moment, measured 30 to
 * 1,000 ms apart. But every collection narrows the difference down: it ended before somebody
 * noticed, and after the last time somebody looked and saw nothing. For one thread.
 */
final class GcClock {

  private static final long MILLI = 1_000_000L;

  private long lowest = Long.MIN_VALUE;
  private long highest = Long.MAX_VALUE;

  /** A collection that ended at {@code endMillis} was noticed at {@code nanos}. */
  void endedBefore(long endMillis, long nanos) {
    highest = Math.min(highest, nanos - endMillis * MILLI);
  }

  /** A collection that ended at {@code endMillis} had not been there yet at {@code nanos}. */
  void endedAfter(long endMillis, long nanos) {
    // the end is cut off to whole milliseconds
    lowest = Math.max(lowest, nanos - (endMillis + 1) * MILLI);
  }

  /** Whether anything is known. */
  boolean isSet() {
    return highest != Long.MAX_VALUE;
  }

  /** The monotonic time of {@code millis}; the latest one possible, which is nearly exact. */
  long toNanos(long millis) {
    return Math.max(highest, lowest) + millis * MILLI;
  }
}
