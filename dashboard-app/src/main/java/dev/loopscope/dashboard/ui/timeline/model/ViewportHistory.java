package dev.loopscope.dashboard.ui.timeline.model;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Where one was before. Steps that follow each other within {@link #GESTURE_NANOS} are one gesture
 * (the clicks of a wheel, a drag): going back undoes all of it.
 */
final class ViewportHistory {

  static final long GESTURE_NANOS = 400_000_000L;

  private static final int MAX = 200;

  private final Deque<Viewport.Place> places = new ArrayDeque<>();
  private long lastNanos;

  /** Remembers {@code place}, which is about to be left at {@code nowNanos}. */
  void leave(Viewport.Place place, long nowNanos) {
    boolean sameGesture = !places.isEmpty() && nowNanos - lastNanos < GESTURE_NANOS;
    lastNanos = nowNanos;
    if (sameGesture) {
      return;
    }
    places.push(place);
    if (places.size() > MAX) {
      places.removeLast();
    }
  }

  /** The place before, null when there is none. */
  Viewport.@Nullable Place back() {
    lastNanos -= GESTURE_NANOS;
    return places.poll();
  }

  boolean isEmpty() {
    return places.isEmpty();
  }
}
