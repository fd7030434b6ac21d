package dev.loopscope.dashboard.ui.timeline.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches of time as columns of pixels. Those that share a pixel become one, so that of items in
 * the order of time there are never more bands than pixels, however many items there are.
 *
 * @param <T> what is in the stretches
 */
public final class PixelBands<T> {

  private final List<Band<T>> bands = new ArrayList<>();

  /**
   * One column.
   *
   * @param <T> what is in it
   */
  public static final class Band<T> {

    private final int from;
    private int to;
    private T heaviest;
    private long most;
    private long sum;
    private int count = 1;

    private Band(int from, int to, T item, long weight) {
      this.from = from;
      this.to = to;
      heaviest = item;
      most = weight;
      sum = weight;
    }

    private void add(int until, T item, long weight) {
      to = Math.max(to, until);
      if (weight > most) {
        most = weight;
        heaviest = item;
      }
      sum += weight;
      count++;
    }

    /** The first pixel. */
    public int from() {
      return from;
    }

    /** The pixel after the last. */
    public int to() {
      return to;
    }

    /** The item of the largest weight. */
    public T heaviest() {
      return heaviest;
    }

    /** The largest weight. */
    public long most() {
      return most;
    }

    /** The weight of all. */
    public long sum() {
      return sum;
    }

    /** How many items there are. */
    public int count() {
      return count;
    }
  }

  /**
   * Adds an item that covers the pixels from {@code from} to before {@code to}, at least one.
   *
   * @param weight by which the heaviest stands for a band
   */
  public void add(int from, int to, T item, long weight) {
    Band<T> last = bands.isEmpty() ? null : bands.get(bands.size() - 1);
    if (last != null && from >= last.from && from < last.to) {
      last.add(to, item, weight);
    } else {
      bands.add(new Band<>(from, to, item, weight));
    }
  }

  /** The bands so far. */
  public List<Band<T>> all() {
    return bands;
  }

  /** The heaviest bands first, at most {@code max}. */
  public List<Band<T>> heaviest(int max) {
    Comparator<Band<T>> byWeight = Comparator.comparingLong(Band::most);
    return bands.stream().sorted(byWeight.reversed()).limit(max).toList();
  }
}
