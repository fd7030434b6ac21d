package dev.loopscope.dashboard.ui.timeline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns lag into height.
 *
 * @param logarithmic or else linear
 * @param topNanos lag at the upper edge
 * @param height in pixels
 */
public record LagAxis(boolean logarithmic, long topNanos, double height) {

  /** Lag at the lower edge of a logarithmic axis. */
  public static final long FLOOR_NANOS = 10_000;

  /** An axis with {@code peakNanos} and {@code limitNanos} in sight. */
  public static LagAxis over(long peakNanos, long limitNanos, boolean logarithmic, double height) {
    long top = Math.max(Math.max(peakNanos, limitNanos) * 5 / 4, FLOOR_NANOS * 10);
    return new LagAxis(logarithmic, top, height);
  }

  /** Distance from the upper edge. */
  public double y(long lagNanos) {
    double share =
        logarithmic
            ? Math.log((double) Math.max(lagNanos, FLOOR_NANOS) / FLOOR_NANOS)
                / Math.log((double) topNanos / FLOOR_NANOS)
            : (double) lagNanos / topNanos;
    return height * (1 - Math.min(1, Math.max(0, share)));
  }

  /** Round values for grid lines, from small to large. */
  public List<Long> lines() {
    List<Long> lines = new ArrayList<>();
    if (logarithmic) {
      for (long value = FLOOR_NANOS * 10; value < topNanos; value *= 10) {
        lines.add(value);
      }
    } else {
      long step = Ticks.step(topNanos / 3);
      for (long value = step; value < topNanos; value += step) {
        lines.add(value);
      }
    }
    return lines;
  }
}
