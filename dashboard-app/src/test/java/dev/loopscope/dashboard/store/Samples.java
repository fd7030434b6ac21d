package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Clock;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.GroupBatch.TypeTotal;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.Activity;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.LoopState.Totals;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.ProcessInfo;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Frames to feed a store with. Times are given in nanoseconds after {@link #ATTACHED}. */
final class Samples {

  static final long ATTACHED = 7_000_000_000_000L;
  static final long MS = 1_000_000L;
  static final long SECOND = 1_000 * MS;

  private Samples() {}

  static Hello hello() {
    return new Hello(
        Version.CURRENT,
        "0.1",
        new ProcessInfo(1, "sample", "17", "VM", "Linux", 2, 0),
        new Clock(ATTACHED, 0),
        ATTACHED,
        Settings.DEFAULT,
        List.of("netty"));
  }

  static Definitions loop(int id) {
    Loop loop = new Loop(id, "worker-" + id, "worker", "netty-nio", 10 + id, "");
    return new Definitions(List.of(loop), List.of(), List.of());
  }

  static TimeSpan span(long from, long to) {
    return new TimeSpan(ATTACHED + from, ATTACHED + to);
  }

  static Run task(long id, long submitted, long start, long end) {
    return task(id, submitted, start, end, Outcome.DONE);
  }

  static Run task(long id, long submitted, long start, long end, Outcome outcome) {
    return new Run(
        id,
        0,
        3,
        RunKind.TASK,
        outcome,
        ATTACHED + submitted,
        0,
        ATTACHED + start,
        ATTACHED + end,
        0,
        5);
  }

  static RunBatch batch(int loop, Run... runs) {
    return new RunBatch(loop, RunColumns.of(runs));
  }

  static Group group(long from, long to, long busy, long count, long worstDelay) {
    return new Group(
        ATTACHED + from,
        ATTACHED + to,
        busy,
        0,
        count,
        0,
        0,
        busy / Math.max(1, count),
        3,
        worstDelay,
        List.of(new TypeTotal(3, count, busy)));
  }

  static GroupBatch groups(int loop, Group... groups) {
    return new GroupBatch(loop, List.of(groups), new LogHistogram(), new LogHistogram());
  }

  static LoopState state(int loop, long at, @Nullable OpenRun current, long busyNanos) {
    return new LoopState(
        loop,
        ATTACHED + at,
        current == null ? Activity.WAITING : Activity.RUNNING,
        ATTACHED + at,
        current,
        -1,
        new Totals(0, 0, 0, 0, 0, 0, busyNanos, 0, 0, -1));
  }

  static OpenRun open(long id, long start) {
    return new OpenRun(id, 0, 3, RunKind.TASK, ATTACHED + start, 0, ATTACHED + start, 5);
  }

  /**
   * Runs one after the other, with pauses between, submitted in their order, of all kinds and
   * lengths.
   */
  static List<Run> busyLoop(Random random, int count, long averageNanos) {
    List<Run> runs = new ArrayList<>();
    long submitted = 0;
    long free = 0;
    for (int i = 1; i <= count; i++) {
      submitted += random.nextLong(2 * averageNanos);
      long start = Math.max(free, submitted) + random.nextLong(1_000);
      long end =
          start + random.nextLong(random.nextInt(50) == 0 ? 20 * averageNanos : averageNanos);
      runs.add(run(random, i, submitted, start, end));
      free = end;
    }
    return runs;
  }

  private static Run run(Random random, long id, long submitted, long start, long end) {
    RunKind kind = Ordinals.kind(random.nextInt(4));
    boolean io = kind == RunKind.IO;
    boolean timer = kind == RunKind.TIMER;
    boolean failed = random.nextInt(20) == 0;
    return new Run(
        (9L << 40) + id,
        random.nextBoolean() ? 0 : (long) random.nextInt(4) << 40 | random.nextInt(1_000_000),
        random.nextInt(40),
        kind,
        failed ? Outcome.FAILED : Outcome.DONE,
        io ? 0 : ATTACHED + submitted - (timer ? 5 * SECOND : 0),
        timer ? ATTACHED + submitted : 0,
        ATTACHED + start,
        ATTACHED + end,
        io ? random.nextLong(MS) : 0,
        io ? 0 : random.nextInt(8));
  }
}
