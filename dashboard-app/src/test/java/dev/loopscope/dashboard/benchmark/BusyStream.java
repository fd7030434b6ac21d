package dev.loopscope.dashboard.benchmark;

import dev.loopscope.protocol.Clock;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.ProcessInfo;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.Version;
import dev.loopscope.protocol.codec.FrameWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The frames of a busy process, second by second: sixteen loops that share the runs evenly, what
 * each is doing four times a second, and every five seconds one that is blocked for 100 ms.
 */
final class BusyStream {

  private static final int LOOPS = 16;
  private static final int TYPES = 20;
  private static final int BATCHES_A_SECOND = 25;
  private static final int STATES_A_SECOND = 4;
  private static final int BLOCK_EVERY_SECONDS = 5;
  private static final int STACK = 1;
  private static final long SECOND = 1_000_000_000L;
  private static final long BLOCK = 100_000_000L;
  private static final long LIMIT = Settings.DEFAULT_LIMIT_NANOS;

  // as columns hold them: ordinals of RunKind
  private static final int KIND_TASK = 0;
  private static final int KIND_IO = 2;

  private final SplittableRandom random = new SplittableRandom(42);
  private final RunColumns columns = new RunColumns(1024);
  private final int runsPerLoop;
  private final long[] lastIds = new long[LOOPS + 1];
  private long second;
  private long runs;
  private boolean begun;

  BusyStream(int runsPerSecond) {
    runsPerLoop = runsPerSecond / LOOPS;
    for (int loop = 1; loop <= LOOPS; loop++) {
      lastIds[loop] = (long) loop << 40;
    }
  }

  /** How many runs have been written. */
  long runs() {
    return runs;
  }

  /** Writes the frames of the next second. */
  void writeSecond(FrameWriter out) throws IOException {
    if (!begun) {
      begun = true;
      out.write(hello());
      out.write(names());
    }
    long from = second * SECOND;
    for (int batch = 0; batch < BATCHES_A_SECOND; batch++) {
      for (int loop = 1; loop <= LOOPS; loop++) {
        writeBatch(out, loop, from, batch);
        if (batch % (BATCHES_A_SECOND / STATES_A_SECOND) == 0) {
          out.write(state(loop, from + (batch + 1) * (SECOND / BATCHES_A_SECOND)));
        }
      }
    }
    second++;
    if (second % BLOCK_EVERY_SECONDS == 0) {
      writeBlock(out, second * SECOND - BLOCK);
    }
    out.write(stats(second * SECOND));
    out.flush();
  }

  private void writeBatch(FrameWriter out, int loop, long second, int batch) throws IOException {
    int first = batch * runsPerLoop / BATCHES_A_SECOND;
    int after = (batch + 1) * runsPerLoop / BATCHES_A_SECOND;
    long period = (SECOND - BLOCK) / runsPerLoop;
    columns.clear();
    for (int i = first; i < after; i++) {
      add(loop, second + i * period, period);
    }
    out.write(new RunBatch(loop, columns));
    runs += columns.size();
  }

  private void add(int loop, long from, long period) {
    long id = ++lastIds[loop];
    boolean io = id % 4 == 0;
    long start = from + random.nextLong(period / 3);
    long end = start + 200 + random.nextLong(period / 3);
    long submitted = io ? 0 : Math.max(1, start - random.nextLong(500, 50_000));
    long parent = io || random.nextInt(3) > 0 ? 0 : id - random.nextInt(1, 40);
    int kind = io ? KIND_IO : KIND_TASK;
    int type = io ? 0 : 1 + random.nextInt(TYPES);
    columns.add(id, parent, type, kind, 0, submitted, 0, start, end, io ? 150 : 0, 30 + loop);
  }

  private void writeBlock(FrameWriter out, long start) throws IOException {
    int loop = 1 + (int) (second / BLOCK_EVERY_SECONDS % LOOPS);
    long id = ++lastIds[loop];
    OpenRun run = new OpenRun(id, 0, 1, RunKind.TASK, start, 0, start, 30);
    out.write(stall(loop, run, start, 0));
    out.write(stall(loop, run, start, start + BLOCK));
    columns.clear();
    columns.add(id, 0, 1, KIND_TASK, 0, start, 0, start, start + BLOCK, 0, 30);
    out.write(new RunBatch(loop, columns));
    runs++;
  }

  private Stall stall(int loop, OpenRun run, long start, long end) {
    return new Stall(
        second,
        loop,
        run,
        LIMIT,
        start + LIMIT,
        end,
        List.of(new Stall.Sample(start + LIMIT, STACK, Thread.State.TIMED_WAITING)),
        STACK,
        1,
        List.of(new Stall.Share(Stall.Cause.SLEEP, BLOCK, "1 of 1 samples")));
  }

  private static Hello hello() {
    ProcessInfo process = new ProcessInfo(4711, "busy", "17", "OpenJDK", "Linux amd64", 2, 0);
    return new Hello(
        Version.CURRENT, "0.1.0", process, new Clock(0, 0), 0, Settings.DEFAULT, List.of("netty"));
  }

  private static Definitions names() {
    List<Definitions.Loop> loops = new ArrayList<>();
    for (int loop = 1; loop <= LOOPS; loop++) {
      loops.add(new Definitions.Loop(loop, "worker-" + loop, "worker", "netty-nio", 30 + loop, ""));
    }
    List<Definitions.TaskType> types = new ArrayList<>();
    for (int type = 1; type <= TYPES; type++) {
      types.add(new Definitions.TaskType(type, "com.example.Task" + type));
    }
    List<StackFrame> frames =
        List.of(
            new StackFrame("java.lang.Thread", "sleep", "Thread.java", -2, Origin.JDK),
            new StackFrame("com.example.Task1", "run", "Task1.java", 42, Origin.APPLICATION));
    return new Definitions(loops, types, List.of(new Definitions.Stack(STACK, frames)));
  }

  private LoopState state(int loop, long at) {
    long ran = runs / LOOPS;
    return new LoopState(
        loop,
        at,
        LoopState.Activity.WAITING,
        at - 1_000,
        null,
        0,
        new LoopState.Totals(ran, ran, ran, 0, 0, ran / 4, at / 3, at - at / 3, 0, at / 3));
  }

  private Stats stats(long at) {
    return new Stats(at, runs, 0, 0, runs * 9, at / 50, at / 100, at, 1 << 26, 1 << 28, 0, 0, "");
  }
}
