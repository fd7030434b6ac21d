package dev.loopscope.dashboard.store;

/** From attach to the newest time any frame mentioned. One writer, any reader. */
final class Extent {

  private volatile TimeSpan span = TimeSpan.EMPTY;
  private boolean started;

  /** Begins at {@code attachedNanos}; a second beginning (a chunk repeats it) changes nothing. */
  void start(long attachedNanos) {
    if (!started || attachedNanos < span.fromNanos()) {
      span = new TimeSpan(attachedNanos, started ? span.toNanos() : attachedNanos);
      started = true;
    }
  }

  /** Reaches to {@code nanos} at least. */
  void reach(long nanos) {
    if (!started) {
      start(nanos);
    } else if (nanos > span.toNanos()) {
      span = new TimeSpan(span.fromNanos(), nanos);
    }
  }

  TimeSpan span() {
    return span;
  }
}
