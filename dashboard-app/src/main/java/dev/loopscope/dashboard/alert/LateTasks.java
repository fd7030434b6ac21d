package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.protocol.Pause;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Tasks of one loop that were late one after the other, behind one alert. The latest are kept one
 * by one, so that notice of a pause that comes late can still excuse them.
 */
final class LateTasks {

  static final LateTasks NONE = new LateTasks(0);

  private static final int MAX_KEPT = 1_024;

  final long alert;

  /** Why the worst one was late, as last looked at. */
  @Nullable DelayExplanation why;

  private final Deque<TimeSpan> kept = new ArrayDeque<>();
  private long older;
  private long fromNanos = Long.MAX_VALUE;
  private long lastNanos;
  private @Nullable TimeSpan worst;

  LateTasks(long alert) {
    this.alert = alert;
  }

  boolean isEmpty() {
    return worst == null;
  }

  /** A task was ready at {@code ready} and began at {@code start}. */
  void add(long ready, long start) {
    TimeSpan wait = new TimeSpan(ready, start);
    kept.addLast(wait);
    if (kept.size() > MAX_KEPT) {
      kept.removeFirst();
      older++;
    }
    take(wait);
  }

  private void take(TimeSpan wait) {
    fromNanos = Math.min(fromNanos, wait.fromNanos());
    lastNanos = Math.max(lastNanos, wait.toNanos());
    if (worst == null || wait.lengthNanos() > worst.lengthNanos()) {
      worst = wait;
    }
  }

  /** Forgets those that a pause explains by now; true when there were any. */
  boolean excuse(Pause pause, StandStills standStills) {
    boolean fewer =
        kept.removeIf(
            wait ->
                wait.fromNanos() < pause.toNanos()
                    && wait.toNanos() > pause.fromNanos()
                    && standStills.explain(wait.fromNanos(), wait.toNanos()));
    if (fewer) {
      worst = null;
      why = null;
      fromNanos = Long.MAX_VALUE;
      lastNanos = 0;
      kept.forEach(this::take);
    }
    return fewer;
  }

  long count() {
    return older + kept.size();
  }

  long fromNanos() {
    return fromNanos;
  }

  /** When the last of them began. */
  long lastNanos() {
    return lastNanos;
  }

  /** From when the one that waited longest was ready until it began. */
  TimeSpan worst() {
    return worst == null ? TimeSpan.EMPTY : worst;
  }

  long worstNanos() {
    return worst().lengthNanos();
  }
}
