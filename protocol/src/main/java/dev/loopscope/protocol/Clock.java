package dev.loopscope.protocol;

/**
 * Ties the target's monotonic clock to the wall clock.
 *
 * @param nanoTime a reading of {@code System.nanoTime()} in the target
 * @param epochNanos nanoseconds since 1970-01-01T00:00Z at that same moment
 */
public record Clock(long nanoTime, long epochNanos) {

  /** The wall clock time, in nanoseconds since the epoch, of the monotonic time {@code nanos}. */
  public long toEpochNanos(long nanos) {
    return epochNanos + (nanos - nanoTime);
  }
}
