package dev.loopscope.dashboard.store;

/**
 * From attach, or from when on anything is known, to the newest time any frame mentioned. One
 * writer, any reader.
 */
final class Extent {

  /** Times further from 0 than this (73 years) are damage; differences of others never overflow. */
  private static final long FARTHEST_NANOS = 1L << 61;

  private volatile TimeSpan span = TimeSpan.EMPTY;
  private boolean started;
  private long earliest = Long.MIN_VALUE;

  /** Whether {@code nanos} can be a time that somebody measured. */
  static boolean isTime(long nanos) {
    return nanos > -FARTHEST_NANOS && nanos < FARTHEST_NANOS;
  }

  /** Never begins before {@code nanos}, if that can be a time. To be called first. */
  void notBefore(long nanos) {
    if (isTime(nanos)) {
      earliest = nanos;
    }
  }

  /** Begins at {@code attachedNanos}; a second beginning (a chunk repeats it) changes nothing. */
  void start(long attachedNanos) {
    long from = Math.max(attachedNanos, earliest);
    if (isTime(attachedNanos) && (!started || from < span.fromNanos())) {
      span = new TimeSpan(from, started ? span.toNanos() : from);
      started = true;
    }
  }

  /** Reaches to {@code nanos} at least, if that can be a time. */
  void reach(long nanos) {
    if (!started) {
      start(nanos);
    } else if (isTime(nanos) && nanos > span.toNanos()) {
      span = new TimeSpan(span.fromNanos(), nanos);
    }
  }

  TimeSpan span() {
    return span;
  }
}
