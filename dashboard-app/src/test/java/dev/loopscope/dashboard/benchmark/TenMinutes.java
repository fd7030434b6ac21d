package dev.loopscope.dashboard.benchmark;

import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.codec.FrameWriter;
import dev.loopscope.protocol.recording.Spool;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the dashboard holds of ten busy minutes: 200,000 runs a second from bytes through the store,
 * the alert rules and the spool, as in a live session, as fast as they go. After each minute of the
 * stream it says how much the heap holds after a collection.
 *
 * <p>Arguments: how many minutes (10) and how many runs a second (200000).
 */
public final class TenMinutes {

  private static final double MEGABYTE = 1 << 20;
  private static final int SECONDS_A_MINUTE = 60;

  private final FrameIntake intake = FrameIntake.intoNewStore();
  private final Spool spool = new Spool();
  private final BusyStream stream;
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
  private final FrameWriter writer = new FrameWriter(encoded);
  private final Bytes bytes = new Bytes();
  private final FrameReader reader = new FrameReader(bytes);
  private long takingNanos;

  private TenMinutes(int runsPerSecond) throws IOException {
    stream = new BusyStream(runsPerSecond);
  }

  public static void main(String[] arguments) throws IOException {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
    int runsPerSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
    TenMinutes measurement = new TenMinutes(runsPerSecond);
    try {
      measurement.run(minutes);
    } finally {
      measurement.spool.close();
    }
  }

  private void run(int minutes) throws IOException {
    say(
        "TenMinutes | JDK %s, %d cores, heap limit %.0f MB",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() / MEGABYTE);
    for (int minute = 1; minute <= minutes; minute++) {
      for (int second = 0; second < SECONDS_A_MINUTE; second++) {
        takeOneSecond();
      }
      say(
          "  minute %d: heap %.1f MB, of it the store %.1f MB; spool %.1f MB; %,d runs sent",
          minute,
          heapAfterCollection() / MEGABYTE,
          intake.trace().memoryBytes() / MEGABYTE,
          spool.bytes() / MEGABYTE,
          stream.runs());
    }
    sayWhatIsKept();
  }

  private void takeOneSecond() throws IOException {
    encoded.reset();
    stream.writeSecond(writer);
    bytes.start(encoded.toByteArray());
    long began = System.nanoTime();
    while (bytes.available() > 0) {
      Frame frame = reader.read();
      if (frame != null) {
        intake.accept(frame);
        spool.write(frame);
      }
    }
    takingNanos += System.nanoTime() - began;
  }

  private void sayWhatIsKept() {
    Trace trace = intake.trace();
    LongAdder kept = new LongAdder();
    trace.forEachRun(new TimeSpan(0, Long.MAX_VALUE), (run, loop) -> kept.increment());
    say(
        "  taken in at %,.0f runs/s; %,d runs kept one by one, %.1f bytes each in the store;"
            + " %d alerts",
        stream.runs() / (takingNanos / 1e9),
        kept.sum(),
        (double) trace.memoryBytes() / Math.max(1, kept.sum()),
        intake.alerts().alerts().size());
  }

  private static long heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** One reader for the whole stream, which arrives a second at a time. */
  private static final class Bytes extends ByteArrayInputStream {
    Bytes() {
      super(new byte[0]);
    }

    void start(byte[] next) {
      buf = next;
      pos = 0;
      count = next.length;
    }
  }
}
