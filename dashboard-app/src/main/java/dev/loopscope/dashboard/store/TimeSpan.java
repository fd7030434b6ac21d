package dev.loopscope.dashboard.store;

/**
 * A half-open stretch of the target's time, in nanoseconds.
 *
 * @param fromNanos first moment
 * @param toNanos first moment after it, never before {@code fromNanos}
 */
public record TimeSpan(long fromNanos, long toNanos) {

  public static final TimeSpan EMPTY = new TimeSpan(0, 0);

  public TimeSpan {
    if (toNanos < fromNanos) {
      throw new IllegalArgumentException(
          "span ends before it starts: " + fromNanos + ", " + toNanos);
    }
  }

  public long lengthNanos() {
    return toNanos - fromNanos;
  }

  public boolean isEmpty() {
    return toNanos == fromNanos;
  }

  public boolean contains(long nanos) {
    return nanos >= fromNanos && nanos < toNanos;
  }

  public boolean overlaps(long from, long to) {
    return from < toNanos && to >= fromNanos;
  }
}
