package dev.loopscope.dashboard.benchmark;

import dev.loopscope.dashboard.attach.AgentLinks;
import dev.loopscope.dashboard.attach.Attacher;
import dev.loopscope.dashboard.attach.BundledJar;
import dev.loopscope.dashboard.attach.JvmScan;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.live.LocalSessions;
import dev.loopscope.protocol.Stall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long after a handler began to block its loop a user can read it: from the moment that the
 * sample itself logged to the picture in which the alerts table has the row. A real program, agent,
 * session and window; only the screen is missing.
 *
 * <p>Both processes read the same monotonic clock, as on Linux they do. Arguments: how many blocks
 * (40).
 */
public final class BlockToAlert {

  private static final double MILLI = 1e6;
  private static final long BLOCK_MILLIS = 200;
  private static final long LIMIT_MILLIS = 50;
  private static final long BUDGET_MILLIS = LIMIT_MILLIS + 100;

  /** Blocks before those that count: all classes are loaded then. */
  private static final int WARM_UP = 3;

  private static final String HANDLER = "BlockingHandler.slowAnswer";

  private BlockToAlert() {}

  public static void main(String[] arguments) throws Exception {
    int blocks = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
    Path folder = Files.createTempDirectory("loopscope-bench");
    try {
      measure(folder, blocks);
    } finally {
      delete(folder);
    }
    System.exit(0); // the toolkit's threads would stay
  }

  private static void measure(Path folder, int blocks) throws Exception {
    BundledJar samples = BundledJar.samples(folder);
    Attacher attacher = new Attacher(BundledJar.agent(folder), new JvmScan(), Attacher.PATIENCE);
    LocalSessions sessions = new LocalSessions(new AgentLinks(attacher), samples);
    try (BlockingProgram program = BlockingProgram.start(samples, folder.resolve("blocks"));
        Session session = sessions.attach(program.pid());
        AlertWatch watch = AlertWatch.over(session)) {
      TimeUnit.SECONDS.sleep(3); // window and agent have found their pace
      Random random = new Random(7);
      for (int i = 0; i < WARM_UP + blocks; i++) {
        program.block();
        TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(400)); // out of step with any ticker
      }
      TimeUnit.SECONDS.sleep(1); // for the last one's row
      long[] starts = program.blockStarts();
      print(Arrays.copyOfRange(starts, WARM_UP, starts.length), session.trace().stalls(), watch);
    }
  }

  private static void print(long[] starts, List<Stall> stalls, AlertWatch watch) {
    say(
        "BlockToAlert | JDK %s, %d cores, blocks of 200 ms, limit %d ms",
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        LIMIT_MILLIS);
    List<AlertWatch.Seen> noticed =
        stalls.stream()
            .map(stall -> new AlertWatch.Seen(stall.detectedNanos(), stall.run().startNanos(), ""))
            .toList();
    printDistribution("noticed in the process", latencies(starts, noticed), starts.length);
    printDistribution(
        "alert in the session, at the next picture",
        latencies(starts, watch.raised()),
        starts.length);
    printDistribution("row in the table", latencies(starts, watch.rows()), starts.length);
    printDistribution(
        "row names " + HANDLER, latencies(starts, watch.rowsNaming(HANDLER)), starts.length);
  }

  /** Milliseconds from each block to what was seen of it, sorted; blocks not seen are left out. */
  private static double[] latencies(long[] starts, List<AlertWatch.Seen> rows) {
    return Arrays.stream(starts)
        .mapToObj(start -> firstOf(start, rows))
        .flatMap(Stream::ofNullable)
        .mapToDouble(nanos -> nanos / MILLI)
        .sorted()
        .toArray();
  }

  /** An alert is of this block when its run began last before it. */
  private static @Nullable Long firstOf(long start, List<AlertWatch.Seen> rows) {
    return rows.stream()
        .filter(row -> row.runFromNanos() <= start)
        .filter(row -> start - row.runFromNanos() < BLOCK_MILLIS * MILLI)
        .max(Comparator.comparingLong(AlertWatch.Seen::runFromNanos))
        .map(row -> row.atNanos() - start)
        .orElse(null);
  }

  private static void printDistribution(String what, double[] sorted, int blocks) {
    if (sorted.length == 0) {
      say("  %s: never seen, %d blocks", what, blocks);
      return;
    }
    say(
        "  %s, ms after the block began: min %.0f, p50 %.0f, p90 %.0f, p99 %.0f, max %.0f;"
            + " %d of %d blocks seen, budget %d",
        what,
        sorted[0],
        percentile(sorted, 0.5),
        percentile(sorted, 0.9),
        percentile(sorted, 0.99),
        sorted[sorted.length - 1],
        sorted.length,
        blocks,
        BUDGET_MILLIS);
  }

  private static double percentile(double[] sorted, double share) {
    return sorted[
        (int) Math.min(sorted.length - 1L, Math.round(Math.ceil(share * sorted.length)) - 1)];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
