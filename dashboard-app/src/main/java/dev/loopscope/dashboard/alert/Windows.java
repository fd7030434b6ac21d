package dev.loopscope.dashboard.alert;

import java.util.HashMap;
import java.util.Map;

/**
 * Gathers single events of a loop into one alert per {@value #NANOS} ns, so that a thousand failed
 * tasks are one line, not a thousand.
 */
final class Windows {

  static final long NANOS = 10_000_000_000L;

  private final RaisedAlerts log;
  private final Map<Integer, Window> windows = new HashMap<>();

  /** What was gathered since the first event. */
  static final class Window {
    final long alert;
    long fromNanos;
    long toNanos;
    long count;
    long worstNanos;

    /** Type or reason of the worst event, in words. */
    String example = "";

    private Window(long alert, long fromNanos) {
      this.alert = alert;
      this.fromNanos = fromNanos;
      toNanos = fromNanos;
    }

    private void add(long from, long to, long events, String what) {
      fromNanos = Math.min(fromNanos, from);
      toNanos = Math.max(toNanos, to);
      count += events;
      if (to - from > worstNanos || example.isEmpty()) {
        worstNanos = to - from;
        example = what;
      }
    }
  }

  Windows(RaisedAlerts log) {
    this.log = log;
  }

  /**
   * Adds {@code events} events of {@code loop} that lasted from {@code from} to {@code to}.
   *
   * @return the window they fell into
   */
  Window add(int loop, long from, long to, long events, String what) {
    Window window = windows.get(loop);
    if (window == null || from - window.fromNanos >= NANOS) {
      window = new Window(log.nextId(), from);
      windows.put(loop, window);
    }
    window.add(from, to, events, what);
    return window;
  }
}
