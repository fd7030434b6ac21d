package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.protocol.Clock;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.Point;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Definitions.Loop;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.Activity;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.LoopState.Totals;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.ProcessInfo;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.Version;
import java.util.List;
import java.util.SplittableRandom;

/** A chat server of three loops, 20 s long, on which one handler blocked for 340 ms. */
public final class Chat {

  public static final long START = 1_000_000_000_000L;
  public static final long MILLI = 1_000_000L;
  public static final long BLOCKED_FROM = START + 12_000 * MILLI;
  public static final long BLOCKED_TO = BLOCKED_FROM + 340 * MILLI;
  public static final long BLOCKED_RUN = 900_001;
  public static final String SENTENCE =
      "worker-2 was blocked 340 ms in Thread.sleep, called by History.load (History.java:17)";

  private static final long LENGTH = 20_000 * MILLI;
  private static final long LIMIT = 50 * MILLI;

  private Chat() {}

  public static ListSession session(boolean live) {
    ListSession session = new ListSession(live);
    ListTrace trace = session.trace();
    trace.hello =
        new Hello(
            Version.CURRENT,
            "test",
            new ProcessInfo(4711, "chat-server", "17.0.15", "OpenJDK", "Linux amd64", 2, 0),
            new Clock(START, 1_700_000_000_000L * MILLI),
            START,
            Settings.DEFAULT,
            List.of("netty"));
    trace.extent = new TimeSpan(START, START + LENGTH);
    trace.types.put(1, "com.example.chat.ChatHandler");
    trace.types.put(2, "io.netty.channel.AbstractChannel$1");
    trace.types.put(3, "com.example.chat.Heartbeat$$Lambda/0x00007f1234");
    loops(trace);
    runs(trace);
    stall(trace);
    trace.pauses.add(
        new Pause(
            Pause.Cause.GC, START + 5_000 * MILLI, START + 5_060 * MILLI, "G1 Evacuation Pause"));
    trace.coverage = coverage();
    trace.stats =
        new Stats(
            START + LENGTH, 40_000, 0, 0, 1_000_000, 70 * MILLI, 10 * MILLI, 0, 0, 0, 0, 0, "");
    alerts(session);
    trace.changed();
    return session;
  }

  private static void loops(ListTrace trace) {
    for (int i = 1; i <= 3; i++) {
      Loop loop = new Loop(i, "worker-" + i, "worker", "netty-nio", 20 + i, "Netty 4.1.135");
      Totals totals =
          new Totals(13_000, 13_000, 13_000, 2, 1, 9_000, LENGTH / 10, LENGTH, 0, LENGTH / 12);
      LoopState state =
          new LoopState(i, START + LENGTH, Activity.WAITING, START + LENGTH, null, 0, totals);
      trace.loops.add(new LoopInfo(loop, state, i == 2 ? 0.97 : 0.03, i * MILLI, false));
    }
  }

  private static void runs(ListTrace trace) {
    SplittableRandom random = new SplittableRandom(7);
    long id = 1;
    for (int loop = 1; loop <= 3; loop++) {
      long at = START + loop * MILLI;
      while (at < START + LENGTH - 400 * MILLI) {
        long duration = 200_000 + random.nextLong(3 * MILLI);
        long parent = id % 5 == 0 ? id - 1 : 0;
        Outcome outcome = id % 97 == 0 ? Outcome.FAILED : Outcome.DONE;
        trace.runs.add(
            new LocatedRun(
                loop, task(id, parent, 1 + (int) (id % 3), outcome, at - MILLI, at, duration)));
        id++;
        at += duration + random.nextLong(40 * MILLI);
        if (loop == 2 && at < BLOCKED_TO && at > BLOCKED_FROM - 60 * MILLI) {
          at = BLOCKED_TO + MILLI;
        }
      }
    }
    trace.runs.add(
        new LocatedRun(
            2,
            task(
                BLOCKED_RUN,
                1,
                1,
                Outcome.DONE,
                BLOCKED_FROM - 2 * MILLI,
                BLOCKED_FROM,
                340 * MILLI)));
  }

  private static Run task(
      long id, long parent, int type, Outcome outcome, long submitted, long start, long duration) {
    return new Run(
        id, parent, type, RunKind.TASK, outcome, submitted, 0, start, start + duration, 0, 21);
  }

  private static void stall(ListTrace trace) {
    trace.stacks.put(
        1,
        new Stack(
            1,
            List.of(
                new StackFrame("java.lang.Thread", "sleep", "Thread.java", -2, Origin.JDK),
                new StackFrame(
                    "com.example.chat.History", "load", "History.java", 17, Origin.APPLICATION),
                new StackFrame(
                    "com.example.chat.ChatHandler",
                    "onMessage",
                    "ChatHandler.java",
                    42,
                    Origin.APPLICATION),
                new StackFrame(
                    "io.netty.channel.AbstractChannelHandlerContext",
                    "invokeChannelRead",
                    "AbstractChannelHandlerContext.java",
                    444,
                    Origin.FRAMEWORK),
                new StackFrame(
                    "io.netty.channel.nio.NioEventLoop",
                    "run",
                    "NioEventLoop.java",
                    562,
                    Origin.FRAMEWORK))));
    OpenRun run =
        new OpenRun(BLOCKED_RUN, 1, 1, RunKind.TASK, BLOCKED_FROM - 2 * MILLI, 0, BLOCKED_FROM, 21);
    trace.stalls.add(
        new Stall(
            1,
            2,
            run,
            LIMIT,
            BLOCKED_FROM + 52 * MILLI,
            BLOCKED_TO,
            List.of(
                new Stall.Sample(BLOCKED_FROM + 53 * MILLI, 1, Thread.State.TIMED_WAITING),
                new Stall.Sample(BLOCKED_FROM + 103 * MILLI, 1, Thread.State.TIMED_WAITING)),
            1,
            1,
            List.of(
                new Stall.Share(
                    Cause.SLEEP, 330 * MILLI, "2 of 2 samples TIMED_WAITING in Thread.sleep"),
                new Stall.Share(Cause.GC, 10 * MILLI, "one collection"))));
  }

  private static Coverage coverage() {
    String netty = "Netty 4.1.135";
    String executor = "io.netty.util.concurrent.SingleThreadEventExecutor";
    return new Coverage(
        List.of(
            new Point(
                "netty",
                netty,
                "task submitted",
                executor + ".addTask",
                PointState.WOVEN,
                39_000,
                ""),
            new Point(
                "netty", netty, "task run", executor + ".runTask", PointState.WOVEN, 38_990, ""),
            new Point(
                "netty",
                netty,
                "native epoll",
                "io.netty.channel.epoll.Native.epollWait",
                PointState.MISSING,
                0,
                "no I/O phases of epoll loops"),
            new Point(
                "swing",
                "",
                "event",
                "java.awt.EventQueue.dispatchEventImpl",
                PointState.ABSENT,
                0,
                "not in this process")));
  }

  private static void alerts(ListSession session) {
    session.alert(
        new Alert(
            1,
            AlertKind.PAUSE,
            0,
            START + 5_000 * MILLI,
            START + 5_060 * MILLI,
            60 * MILLI,
            0,
            "The JVM stood still for 60 ms: garbage collection"));
    session.alert(
        new Alert(2, AlertKind.BLOCKED, 2, BLOCKED_FROM, BLOCKED_TO, 340 * MILLI, 1, SENTENCE));
    session.alert(
        new Alert(
            3,
            AlertKind.STARVED,
            3,
            START + 15_000 * MILLI,
            START + 15_400 * MILLI,
            80 * MILLI,
            0,
            "worker-3 was 80 ms late: 212 short runs stood in line"));
  }
}
