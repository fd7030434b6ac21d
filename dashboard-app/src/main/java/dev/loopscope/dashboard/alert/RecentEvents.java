package dev.loopscope.dashboard.alert;

import dev.loopscope.protocol.Pause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Gathers events as {@link Windows} does and remembers the latest of them one by one, so that
 * notice of a pause that comes late can still excuse them.
 */
final class RecentEvents<T> {

  private static final int MAX_WINDOWS = 1_024;
  private static final int MAX_EVENTS = 512;

  private final RaisedAlerts log;
  private final ToLongFunction<T> from;
  private final ToLongFunction<T> to;
  private final Map<Key, Window<T>> windows =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Window<T>> eldest) {
          return size() > MAX_WINDOWS;
        }
      };

  private record Key(int loop, String what) {}

  RecentEvents(RaisedAlerts log, ToLongFunction<T> from, ToLongFunction<T> to) {
    this.log = log;
    this.from = from;
    this.to = to;
  }

  /** What was gathered since the first event; one event at least is kept where others see it. */
  static final class Window<T> {
    final long alert;
    final int loop;
    final String what;
    private final ToLongFunction<T> from;
    private final ToLongFunction<T> to;
    private final long beginNanos;
    private final Deque<T> events = new ArrayDeque<>();
    private long older;
    private long olderFromNanos = Long.MAX_VALUE;
    private long olderToNanos = Long.MIN_VALUE;

    private Window(RecentEvents<T> all, Key key, T first) {
      alert = all.log.nextId();
      loop = key.loop();
      what = key.what();
      from = all.from;
      to = all.to;
      beginNanos = from.applyAsLong(first);
    }

    /** How many events; the oldest count, but are no longer kept. */
    long count() {
      return older + events.size();
    }

    long fromNanos() {
      return Math.min(olderFromNanos, events.stream().mapToLong(from).min().orElseThrow());
    }

    long toNanos() {
      return Math.max(olderToNanos, events.stream().mapToLong(to).max().orElseThrow());
    }

    T worst() {
      return events.stream().max(Comparator.comparingLong(this::nanos)).orElseThrow();
    }

    long worstNanos() {
      return nanos(worst());
    }

    private long nanos(T event) {
      return to.applyAsLong(event) - from.applyAsLong(event);
    }

    private void add(T event) {
      events.addLast(event);
      if (events.size() > MAX_EVENTS) {
        T first = events.removeFirst();
        // The worst stays, so that the alert never says less than it did.
        if (nanos(first) > worstNanos()) {
          T second = events.removeFirst();
          events.addFirst(first);
          drop(second);
        } else {
          drop(first);
        }
      }
    }

    private void drop(T event) {
      older++;
      olderFromNanos = Math.min(olderFromNanos, from.applyAsLong(event));
      olderToNanos = Math.max(olderToNanos, to.applyAsLong(event));
    }
  }

  /** Adds an event and answers the window it fell into. */
  Window<T> add(int loop, String what, T event) {
    Key key = new Key(loop, what);
    Window<T> window = windows.get(key);
    if (window == null || from.applyAsLong(event) - window.beginNanos >= Windows.NANOS) {
      window = new Window<>(this, key, event);
      windows.put(key, window);
    }
    window.add(event);
    return window;
  }

  /**
   * Forgets the events that {@code standStills} explain by now, and takes back the alerts of
   * windows that held nothing else. Events that are no longer kept cannot be excused: their alert
   * stays as it is.
   *
   * @return the windows that changed and still hold something
   */
  List<Window<T>> excuse(Pause pause, StandStills standStills) {
    List<Window<T>> changed = new ArrayList<>();
    List<Key> empty = new ArrayList<>();
    windows.forEach(
        (key, window) -> {
          boolean fewer =
              window.events.removeIf(
                  event ->
                      from.applyAsLong(event) < pause.toNanos()
                          && to.applyAsLong(event) > pause.fromNanos()
                          && standStills.explain(from.applyAsLong(event), to.applyAsLong(event)));
          if (window.events.isEmpty() && window.older == 0) {
            empty.add(key);
            log.withdraw(window.alert);
          } else if (fewer && !window.events.isEmpty()) {
            changed.add(window);
          }
        });
    empty.forEach(windows::remove);
    return changed;
  }
}
