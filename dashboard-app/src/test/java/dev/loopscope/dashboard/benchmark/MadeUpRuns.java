package dev.loopscope.dashboard.benchmark;

import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Frames of a busy process, the same ones each time: short tasks with a little queue delay, an I/O
 * phase before every fourth, one run in 10,000 over the limit.
 */
final class MadeUpRuns {

  private static final int TYPES = 20;
  private static final long LIMIT_NANOS = 50_000_000;

  private final SplittableRandom random = new SplittableRandom(42);
  private long nextId = 1;
  private long newestNanos;

  /** {@code batches} frames of {@code runsPerBatch} runs, loop by loop in turn. */
  List<RunBatch> batches(int loops, int batches, int runsPerBatch) {
    long[] clocks = new long[loops];
    List<RunBatch> frames = new ArrayList<>(batches);
    for (int i = 0; i < batches; i++) {
      int loop = i % loops;
      RunColumns columns = new RunColumns(runsPerBatch);
      for (int run = 0; run < runsPerBatch; run++) {
        clocks[loop] = addRun(columns, clocks[loop]);
      }
      newestNanos = Math.max(newestNanos, clocks[loop]);
      frames.add(new RunBatch(loop + 1, columns));
    }
    return frames;
  }

  /** End of the last run that was made. */
  long newestNanos() {
    return newestNanos;
  }

  private long addRun(RunColumns columns, long after) {
    long id = nextId++;
    boolean io = id % 4 == 0;
    long start = after + random.nextLong(200, 4_000);
    long end = start + duration();
    long submitted = io ? 0 : Math.max(1, start - random.nextLong(500, 50_000));
    long parent = io || id < 50 ? 0 : id - random.nextLong(1, 40);
    int type = io ? 0 : 1 + random.nextInt(TYPES);
    columns.add(id, parent, type, io ? 2 : 0, 0, submitted, 0, start, end, io ? 150 : 0, 31);
    return end;
  }

  private long duration() {
    if (random.nextInt(10_000) == 0) {
      return LIMIT_NANOS + random.nextLong(LIMIT_NANOS);
    }
    return random.nextLong(300, 9_000);
  }
}
