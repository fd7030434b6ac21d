package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.TimeSpan;

/**
 * The one place that turns time into pixels and back.
 *
 * @param span what is in sight; never empty
 * @param width how many pixels it takes; more than 0
 */
public record TimeScale(TimeSpan span, double width) {

  public TimeScale {
    if (span.isEmpty() || !(width > 0)) {
      throw new IllegalArgumentException("nothing to scale: " + span + " on " + width + " px");
    }
  }

  /** Where the moment {@code nanos} is; outside 0 to {@code width} when it is out of sight. */
  public double x(long nanos) {
    return pixels(nanos - span.fromNanos());
  }

  /** The moment at {@code x}. */
  public long time(double x) {
    return span.fromNanos() + nanos(x);
  }

  /** How many pixels a duration takes. */
  public double pixels(long durationNanos) {
    return durationNanos * width / span.lengthNanos();
  }

  /** The duration that takes {@code pixels}. */
  public long nanos(double pixels) {
    return Math.round(pixels * span.lengthNanos() / width);
  }
}
