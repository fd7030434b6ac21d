package dev.loopscope.dashboard.store;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.ToLongFunction;

/**
 * Things that last from one moment to another (pauses, gaps), ordered by start, the newest {@code
 * capacity} of them. Any thread.
 *
 * <p>Nothing is copied for an answer, as there is one for every frame that is drawn: an answer is a
 * window on the array. What comes later is put behind all windows; where something has to move, the
 * array is copied, and older windows keep the old one.
 */
final class SpanList<T> {

  private static final int BYTES_PER_ITEM = 96;
  private static final int FIRST_LENGTH = 64;

  private final int capacity;
  private final ToLongFunction<T> fromNanos;
  private final ToLongFunction<T> toNanos;
  private Object[] items = new Object[FIRST_LENGTH];
  private int size;
  private long longestNanos;

  SpanList(int capacity, ToLongFunction<T> fromNanos, ToLongFunction<T> toNanos) {
    this.capacity = capacity;
    this.fromNanos = fromNanos;
    this.toNanos = toNanos;
  }

  synchronized void add(T item) {
    if (size >= capacity) {
      int oldest = Math.max(1, capacity / 8);
      items = Arrays.copyOfRange(items, oldest, oldest + items.length);
      size -= oldest;
    }
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    int at = firstNotBefore(fromNanos.applyAsLong(item) + 1);
    if (at < size) {
      Object[] next = items.clone();
      System.arraycopy(items, at, next, at + 1, size - at);
      items = next;
    }
    items[at] = item;
    size++;
    longestNanos = Math.max(longestNanos, toNanos.applyAsLong(item) - fromNanos.applyAsLong(item));
  }

  /** Those that overlap {@code span}, in order of their start. The list never changes. */
  synchronized List<T> overlapping(TimeSpan span) {
    int end = firstNotBefore(span.toNanos());
    int inside = Math.min(end, firstNotBefore(span.fromNanos()));
    List<T> reaching = new ArrayList<>();
    for (int i = firstNotBefore(span.fromNanos() - longestNanos); i < inside; i++) {
      T item = item(i);
      if (toNanos.applyAsLong(item) >= span.fromNanos()) {
        reaching.add(item);
      }
    }
    List<T> within = window(inside, end);
    return reaching.isEmpty() ? within : new Joined<>(reaching, within);
  }

  synchronized long memoryBytes() {
    return (long) size * BYTES_PER_ITEM;
  }

  @SuppressWarnings("unchecked") // only items of this type are put in
  private T item(int index) {
    return (T) items[index];
  }

  @SuppressWarnings("unchecked") // only items of this type are put in
  private List<T> window(int from, int to) {
    return Collections.unmodifiableList((List<T>) Arrays.asList(items).subList(from, to));
  }

  private int firstNotBefore(long nanos) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (fromNanos.applyAsLong(item(middle)) < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** One list behind another. */
  private static final class Joined<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> first;
    private final List<T> second;

    Joined(List<T> first, List<T> second) {
      this.first = first;
      this.second = second;
    }

    @Override
    public T get(int index) {
      return index < first.size() ? first.get(index) : second.get(index - first.size());
    }

    @Override
    public int size() {
      return first.size() + second.size();
    }
  }
}
