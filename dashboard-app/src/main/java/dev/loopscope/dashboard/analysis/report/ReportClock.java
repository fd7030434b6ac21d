package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.protocol.Clock;
import dev.loopscope.protocol.Hello;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Turns times of the target into moments. */
final class ReportClock {

  private static final long SECOND = 1_000_000_000L;

  private final @Nullable Clock clock;
  private final long startNanos;

  ReportClock(@Nullable Hello hello, long startNanos) {
    clock = hello == null ? null : hello.clock();
    this.startNanos = startNanos;
  }

  Moment moment(long nanos) {
    if (clock == null) {
      return new Moment("", 0, nanos - startNanos, nanos);
    }
    long epoch = clock.toEpochNanos(nanos);
    return new Moment(wall(epoch), epoch, nanos - startNanos, nanos);
  }

  private static String wall(long epochNanos) {
    return Instant.ofEpochSecond(
            Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND))
        .truncatedTo(ChronoUnit.MICROS)
        .toString();
  }
}
