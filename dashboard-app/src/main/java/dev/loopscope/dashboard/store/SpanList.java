package dev.loopscope.dashboard.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Things that last from one moment to another (pauses, gaps), ordered by start, the newest {@code
 * capacity} of them. Any thread.
 */
final class SpanList<T> {

  private static final int BYTES_PER_ITEM = 96;

  private final int capacity;
  private final ToLongFunction<T> fromNanos;
  private final ToLongFunction<T> toNanos;
  private final ArrayList<T> items = new ArrayList<>();
  private long longestNanos;

  SpanList(int capacity, ToLongFunction<T> fromNanos, ToLongFunction<T> toNanos) {
    this.capacity = capacity;
    this.fromNanos = fromNanos;
    this.toNanos = toNanos;
  }

  synchronized void add(T item) {
    if (items.size() >= capacity) {
      items.subList(0, Math.max(1, capacity / 8)).clear();
    }
    items.add(firstNotBefore(fromNanos.applyAsLong(item) + 1), item);
    longestNanos = Math.max(longestNanos, toNanos.applyAsLong(item) - fromNanos.applyAsLong(item));
  }

  /** Those that overlap {@code span}, in order of their start. */
  synchronized List<T> overlapping(TimeSpan span) {
    List<T> found = new ArrayList<>();
    for (int i = firstNotBefore(span.fromNanos() - longestNanos); i < items.size(); i++) {
      T item = items.get(i);
      if (fromNanos.applyAsLong(item) >= span.toNanos()) {
        break;
      }
      if (toNanos.applyAsLong(item) >= span.fromNanos()) {
        found.add(item);
      }
    }
    return found;
  }

  synchronized long memoryBytes() {
    return (long) items.size() * BYTES_PER_ITEM;
  }

  private int firstNotBefore(long nanos) {
    int low = 0;
    int high = items.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (fromNanos.applyAsLong(items.get(middle)) < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
