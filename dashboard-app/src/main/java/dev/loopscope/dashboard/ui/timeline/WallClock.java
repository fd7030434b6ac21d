package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Hello;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells the time of day of a moment, on this machine. */
final class WallClock {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private final Trace trace;
  private final ZoneId zone = ZoneId.systemDefault();

  WallClock(Trace trace) {
    this.trace = trace;
  }

  /** For example {@code 14:03:22.123}; empty while the clock's anchor is not known. */
  String text(long nanos) {
    Hello hello = trace.hello();
    return hello == null
        ? ""
        : FORMAT.format(Instant.EPOCH.plusNanos(hello.clock().toEpochNanos(nanos)).atZone(zone));
  }
}
