package dev.loopscope.samples.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One point in time on both clocks.
 *
 * @param nanos {@link System#nanoTime} of this process
 * @param wall the same on the wall clock, to the microsecond
 */
public record Moment(long nanos, Instant wall) {

  public static Moment now() {
    Instant wall = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return new Moment(System.nanoTime(), wall);
  }

  /** Microseconds since 1970 on the wall clock. */
  public long epochMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, wall);
  }

  /** The later of two moments, in nanoseconds after this one. */
  public long nanosUntil(Moment later) {
    return later.nanos - nanos;
  }
}
