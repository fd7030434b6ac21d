package dev.loopscope.samples.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything a sample tells: lines for people on standard output, {@link JsonLine}s in a log file.
 *
 * <p>Any thread may write and never waits: an event loop that printed by itself would block as soon
 * as nobody reads the other end of the pipe. If the writer falls {@value #CAPACITY} entries behind,
 * further ones are lost, counted, and reported when it has caught up.
 */
public final class Journal implements AutoCloseable {
  private static final int CAPACITY = 10_000;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final BlockingQueue<Entry> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong lost = new AtomicLong();
  private final PrintStream out;
  private final @Nullable PrintStream log;
  private final Thread writer = new Thread(this::writeAll, "journal");

  /** What is to be written; the text is made by the writer, so that a loop need not format it. */
  private record Entry(boolean forLog, boolean last, Supplier<String> text) {}

  private Journal(PrintStream out, @Nullable PrintStream log) {
    this.out = out;
    this.log = log;
    writer.setDaemon(true);
    writer.start();
  }

  /** A journal without a log file. */
  public static Journal on(PrintStream out) {
    return new Journal(out, null);
  }

  /**
   * A journal that also writes a log file, replacing what was there.
   *
   * @throws IOException if the file cannot be written
   */
  public static Journal on(PrintStream out, Path logFile) throws IOException {
    return new Journal(out, new PrintStream(logFile.toFile(), "UTF-8"));
  }

  /**
   * Prints a line for people, with the time of day in front.
   *
   * @param arguments formatted later by another thread, so they must not change
   */
  public void say(String format, Object... arguments) {
    LocalTime time = LocalTime.now(ZoneId.systemDefault());
    offer(
        new Entry(
            false,
            false,
            () -> TIME.format(time) + "  " + String.format(Locale.ROOT, format, arguments)));
  }

  /** Prints a line as it is, for a program that waits for it. */
  public void print(String line) {
    offer(new Entry(false, false, () -> line));
  }

  /** Writes a line to the log file, if there is one; leave {@code line} alone from then on. */
  public void record(JsonLine line) {
    if (log != null) {
      offer(new Entry(true, false, line::toString));
    }
  }

  private void offer(Entry entry) {
    if (!queue.offer(entry)) {
      lost.incrementAndGet();
    }
  }

  private void writeAll() {
    try {
      Entry entry = queue.take();
      while (!entry.last()) {
        write(entry);
        entry = queue.take();
      }
    } catch (InterruptedException closedWithoutPatience) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Entry entry) {
    PrintStream target = entry.forLog() && log != null ? log : out;
    target.println(entry.text().get());
    target.flush();
    long missing = queue.isEmpty() ? lost.getAndSet(0) : 0;
    if (missing > 0) {
      out.println("journal: " + missing + " lines lost, nobody read them fast enough");
    }
  }

  /** Writes what is still waiting, within a second, and closes the log file. */
  @Override
  public void close() {
    try {
      if (queue.offer(new Entry(false, true, () -> ""))) {
        writer.join(1_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.interrupt();
    if (log != null) {
      log.close();
    }
  }
}
