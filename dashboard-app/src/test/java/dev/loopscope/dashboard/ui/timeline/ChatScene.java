package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import java.util.List;
import java.util.Random;

/** A made-up minute of a chat server: everything the timeline can show, once at least. */
final class ChatScene {

  static final long MILLI = 1_000_000L;
  static final long SECOND = 1_000 * MILLI;

  /** When the session begins; far from zero, as the clock of a machine that has been up is. */
  static final long START = 7_000 * SECOND;

  static final long END = START + 12 * SECOND;

  /** The run of worker-2 that blocks: from 4 s on, 340 ms. */
  static final long BLOCKED_FROM = START + 4 * SECOND;

  static final long BLOCKED_ID = 900_001;
  static final long PARENT_ID = 900_002;
  static final long CHILD_ID = 900_003;

  private final FakeTrace trace = new FakeTrace();
  private final FakeAlerts alerts = new FakeAlerts();
  private final Random random = new Random(42);
  private long nextId = 1;

  ChatScene() {
    trace.extent(START, END);
    trace.loop(1, "nioEventLoopGroup-2-1", "nioEventLoopGroup-2");
    for (int i = 0; i < 4; i++) {
      trace.loop(2 + i, "nioEventLoopGroup-3-" + (i + 1), "nioEventLoopGroup-3");
    }
    trace.loop(10, "scheduler-1", "scheduler").loop(11, "scheduler-2", "scheduler");
    trace.type(1, "com.example.chat.BroadcastTask");
    trace.type(2, "com.example.chat.ChatHandler");
    trace.type(3, "io.netty.channel.AbstractChannel$AbstractUnsafe$7");
    trace.type(4, "com.example.chat.PresenceTimer");
    for (int loop = 2; loop <= 5; loop++) {
      fill(loop, 0.1 * loop);
    }
    fill(10, 0.05);
    addLongThings();
    addBands();
  }

  private void fill(int loop, double load) {
    long at = START + random.nextInt(20) * MILLI;
    while (at < END - 20 * MILLI) {
      long length = (long) (random.nextExponential() * 2 * MILLI);
      boolean free = loop != 3 || at + length < BLOCKED_FROM || at > BLOCKED_FROM + 400 * MILLI;
      boolean merged = loop == 5 && at > START + 6 * SECOND && at < START + 8 * SECOND;
      if (free && !merged) {
        int dice = random.nextInt(10);
        RunKind kind = dice < 5 ? RunKind.IO : dice < 8 ? RunKind.TASK : RunKind.TIMER;
        int type = kind == RunKind.IO ? 0 : kind == RunKind.TIMER ? 4 : 1 + random.nextInt(3);
        trace.run(loop, nextId++, 0, type, kind, at, at + length);
      }
      at += length + (long) (random.nextExponential() * 2 * MILLI / load * (1 - load));
    }
  }

  private void addLongThings() {
    long block = 340 * MILLI;
    trace.run(2, PARENT_ID, 0, 1, RunKind.TASK, BLOCKED_FROM - 60 * MILLI, BLOCKED_FROM);
    trace.run(
        3,
        new Run(
            BLOCKED_ID,
            PARENT_ID,
            2,
            RunKind.TASK,
            Outcome.DONE,
            BLOCKED_FROM - 30 * MILLI,
            0,
            BLOCKED_FROM,
            BLOCKED_FROM + block,
            0,
            1));
    trace.run(
        4,
        new Run(
            CHILD_ID,
            BLOCKED_ID,
            1,
            RunKind.TASK,
            Outcome.FAILED,
            BLOCKED_FROM + 300 * MILLI,
            0,
            BLOCKED_FROM + 420 * MILLI,
            BLOCKED_FROM + 450 * MILLI,
            0,
            1));
    StackFrame sleep = new StackFrame("java.lang.Thread", "sleep", "", -2, Origin.JDK);
    StackFrame handler =
        new StackFrame(
            "com.example.chat.ChatHandler",
            "onMessage",
            "ChatHandler.java",
            42,
            Origin.APPLICATION);
    trace.stack(new Stack(1, List.of(sleep, handler)));
    OpenRun run =
        new OpenRun(
            BLOCKED_ID, PARENT_ID, 2, RunKind.TASK, BLOCKED_FROM - 30 * MILLI, 0, BLOCKED_FROM, 1);
    trace.stall(stall(1, 3, run, BLOCKED_FROM + block));
    alerts.add(
        new Alert(
            1,
            AlertKind.BLOCKED,
            3,
            BLOCKED_FROM,
            BLOCKED_FROM + block,
            block,
            1,
            "nioEventLoopGroup-3-2 was blocked 340 ms in Thread.sleep"));
    OpenRun still = new OpenRun(999, 0, 2, RunKind.TASK, 0, 0, END - 700 * MILLI, 1);
    trace.open(11, still);
    trace.stall(stall(2, 11, still, 0));
    alerts.add(
        new Alert(2, AlertKind.BLOCKED, 11, END - 700 * MILLI, 0, 700 * MILLI, 2, "blocked"));
  }

  private static Stall stall(long id, int loop, OpenRun run, long end) {
    return new Stall(
        id, loop, run, 50 * MILLI, run.startNanos() + 50 * MILLI, end, List.of(), 1, 1, List.of());
  }

  private void addBands() {
    trace.pause(
        new Pause(
            Pause.Cause.GC,
            START + 2_500 * MILLI,
            START + 2_623 * MILLI,
            "G1 Young Generation, end of minor GC"));
    trace.gap(
        new Gap(4, START + 9 * SECOND, START + 9_400 * MILLI, 1_234, "the loop's ring was full"));
    for (int i = 0; i < 20; i++) {
      long from = START + 6 * SECOND + i * 100L * MILLI;
      trace.group(
          5,
          new Group(
              from,
              from + 100 * MILLI,
              (30 + i) * MILLI,
              0,
              4_000,
              200,
              0,
              MILLI,
              1,
              3 * MILLI,
              List.of()));
    }
  }

  FakeTrace trace() {
    return trace;
  }

  FakeAlerts alerts() {
    return alerts;
  }
}
