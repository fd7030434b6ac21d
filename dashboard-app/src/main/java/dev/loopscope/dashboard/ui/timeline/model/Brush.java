package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.TimeSpan;

/**
 * The part of the overview that is in sight, as something to take hold of: its middle moves it, its
 * edges change its length, a drag beside it makes a new one.
 */
public final class Brush {

  private static final double REACH = 6;

  /** What of the brush is held. */
  public enum Part {
    FROM_EDGE,
    TO_EDGE,
    MIDDLE,
    BESIDE
  }

  private final TimeScale overview;
  private final TimeSpan before;
  private final Part part;
  private final double grabX;

  /** Takes hold at {@code x} of the overview while {@code visible} is in sight. */
  public Brush(TimeScale overview, TimeSpan visible, double x) {
    this.overview = overview;
    this.before = visible;
    this.part = partAt(overview, visible, x);
    this.grabX = x;
  }

  /** What of the brush is at {@code x}. */
  public static Part partAt(TimeScale overview, TimeSpan visible, double x) {
    double from = overview.x(visible.fromNanos());
    double to = overview.x(visible.toNanos());
    double reach = Math.min(REACH, Math.max(2, (to - from) / 3));
    if (Math.abs(x - from) <= reach) {
      return Part.FROM_EDGE;
    } else if (Math.abs(x - to) <= reach) {
      return Part.TO_EDGE;
    }
    return x > from && x < to ? Part.MIDDLE : Part.BESIDE;
  }

  public Part part() {
    return part;
  }

  /** What is in sight once the pointer is at {@code x}. */
  public TimeSpan draggedTo(double x) {
    long moved = overview.nanos(x - grabX);
    return switch (part) {
      case FROM_EDGE -> between(before.fromNanos() + moved, before.toNanos());
      case TO_EDGE -> between(before.fromNanos(), before.toNanos() + moved);
      case MIDDLE -> new TimeSpan(before.fromNanos() + moved, before.toNanos() + moved);
      case BESIDE -> between(overview.time(grabX), overview.time(x));
    };
  }

  private static TimeSpan between(long one, long other) {
    return new TimeSpan(Math.min(one, other), Math.max(one, other));
  }
}
