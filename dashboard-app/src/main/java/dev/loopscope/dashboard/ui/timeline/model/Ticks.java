package dev.loopscope.dashboard.ui.timeline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Marks of the ruler: at 1, 2 or 5 times a power of ten nanoseconds up to 10 s, then at 15 s, 30 s
 * and whole minutes, counted from the start of the session.
 */
public final class Ticks {

  private static final long SECOND = 1_000_000_000L;
  private static final long[] COARSE = {
    15 * SECOND, 30 * SECOND, 60 * SECOND, 120 * SECOND, 300 * SECOND, 600 * SECOND, 1800 * SECOND
  };

  /**
   * A mark.
   *
   * @param nanos when
   * @param label what stands beside it, empty for a minor mark
   */
  public record Tick(long nanos, String label) {
    public boolean isMajor() {
      return !label.isEmpty();
    }
  }

  private Ticks() {}

  /** Marks in sight of {@code scale}; labels are at least {@code minPixels} apart. */
  public static List<Tick> of(TimeScale scale, long originNanos, double minPixels) {
    long step = step(scale.nanos(minPixels));
    long minor = minor(step);
    List<Tick> ticks = new ArrayList<>();
    long first = Math.floorDiv(scale.span().fromNanos() - originNanos, minor);
    long last = Math.floorDiv(scale.span().toNanos() - originNanos, minor);
    for (long i = first; i <= last; i++) {
      long offset = i * minor;
      boolean major = Math.floorMod(offset, step) == 0;
      ticks.add(new Tick(originNanos + offset, major ? TickLabel.of(offset, step) : ""));
    }
    return ticks;
  }

  /** The smallest round step that is at least {@code nanos}. */
  static long step(long nanos) {
    for (long power = 1; power <= SECOND * 10; power *= 10) {
      for (long digit : new long[] {1, 2, 5}) {
        if (digit * power >= nanos && digit * power <= 10 * SECOND) {
          return digit * power;
        }
      }
    }
    for (long coarse : COARSE) {
      if (coarse >= nanos) {
        return coarse;
      }
    }
    long hour = 3600 * SECOND;
    return Math.max(1, -Math.floorDiv(-nanos, hour)) * hour;
  }

  private static long minor(long step) {
    long lead = step;
    while (lead % 10 == 0) {
      lead /= 10;
    }
    long parts = lead % 2 == 0 ? 4 : lead == 3 || lead % 15 == 0 ? 3 : 5;
    return step % parts == 0 ? step / parts : step;
  }
}
