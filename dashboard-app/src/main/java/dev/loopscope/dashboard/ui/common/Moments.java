package dev.loopscope.dashboard.ui.common;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Hello;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/** Writes moments of the target's clock for people, as the user prefers them. */
public final class Moments {

  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private final Trace trace;
  private final Supplier<TimeDisplay> display;
  private final ZoneId zone;

  public Moments(Trace trace, Supplier<TimeDisplay> display, ZoneId zone) {
    this.trace = trace;
    this.display = display;
    this.zone = zone;
  }

  /** For example {@code 12.345 s} or {@code 14:03:22.123}; a dash for 0, which means unknown. */
  public String text(long nanos) {
    Hello hello = trace.hello();
    if (nanos == 0 || hello == null) {
      return "–";
    }
    return display.get() == TimeDisplay.WALL_CLOCK
        ? timeOfDay(hello.clock().toEpochNanos(nanos))
        : sinceStart(nanos - trace.extent().fromNanos());
  }

  private String timeOfDay(long epochNanos) {
    return TIME_OF_DAY.format(Instant.EPOCH.plusNanos(epochNanos).atZone(zone));
  }

  private static String sinceStart(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }
}
