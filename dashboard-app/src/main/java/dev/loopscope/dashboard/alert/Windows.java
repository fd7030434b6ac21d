package dev.loopscope.dashboard.alert;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gathers single events of the same kind on one loop into one alert per {@value #NANOS} ns, so that
 * a thousand failed tasks are one line, not a thousand.
 */
final class Windows {

  static final long NANOS = 10_000_000_000L;

  private static final int MAX_WINDOWS = 4_096;

  private final RaisedAlerts log;
  private final Map<Key, Window> windows =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Window> eldest) {
          return size() > MAX_WINDOWS;
        }
      };

  private record Key(int loop, String what) {}

  /** What was gathered since the first event. */
  static final class Window {
    final long alert;
    final String what;
    long fromNanos;
    long toNanos;
    long count;
    long worstNanos;

    private Window(long alert, String what, long fromNanos) {
      this.alert = alert;
      this.what = what;
      this.fromNanos = fromNanos;
      toNanos = fromNanos;
    }

    private void add(long from, long to, long events) {
      fromNanos = Math.min(fromNanos, from);
      toNanos = Math.max(toNanos, to);
      count += events;
      worstNanos = Math.max(worstNanos, to - from);
    }
  }

  Windows(RaisedAlerts log) {
    this.log = log;
  }

  /**
   * Adds {@code events} events of {@code loop} that lasted from {@code from} to {@code to}.
   *
   * @param what what they have in common
   * @return the window they fell into
   */
  Window add(int loop, long from, long to, long events, String what) {
    Key key = new Key(loop, what);
    Window window = windows.get(key);
    if (window == null || from - window.fromNanos >= NANOS) {
      window = new Window(log.nextId(), what, from);
      windows.put(key, window);
    }
    window.add(from, to, events);
    return window;
  }
}
