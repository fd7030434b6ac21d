package dev.loopscope.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One small, fixed frame of every type: what the golden bytes stand for. */
public final class Samples {

  private static final LoopState.OpenRun OPEN_RUN =
      new LoopState.OpenRun(1000, 990, 7, RunKind.TIMER, 1_000, 5_000, 6_000, 31);

  private Samples() {}

  public static Hello hello() {
    return new Hello(
        new Version(1, 0),
        "0.1.0",
        new ProcessInfo(4711, "chat-server", "17.0.15", "OpenJDK", "Linux amd64", 2, 1_700_000),
        new Clock(1_000, 2_000),
        1_500,
        new Settings(50_000_000, Map.of("javafx", 100_000_000L), 200_000),
        List.of("netty", "selector"));
  }

  /** A frame of every type by the name of its golden file. */
  public static Map<String, Frame> frames() {
    Map<String, Frame> frames = new LinkedHashMap<>();
    frames.put("hello", hello());
    frames.put("definitions", definitions());
    frames.put("coverage", coverage());
    frames.put("runs", runs());
    frames.put("groups", groups());
    frames.put("gap", new Gap(1, 2_000, 3_000, 17, "ring full"));
    frames.put("loop", loopState(9_000));
    frames.put("pause", new Pause(Pause.Cause.SAFEPOINT, 100, 300, "Cleanup"));
    frames.put("stall", stall());
    frames.put("stall-lock", stallOnLock());
    frames.put("pinned", new Pinned(2, 1_000, 41_000, "reader", 77, 3, 0, "native frame"));
    frames.put("virtual", new VirtualThreads(9_000, 100, 90, 1, 2, 2, 1, 8));
    frames.put(
        "facts",
        new LoopFacts(1, 9_000, 1_000, 8_000, 64, List.of(new LoopFacts.Hot("Echo", 60, 700))));
    frames.put("warning", new Warning(1, 9_000, "Vert.x", "blocked for 2 s"));
    frames.put("stats", new Stats(9_000, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, "none"));
    frames.put("bye", new Bye(10_000, Bye.Reason.TARGET_EXIT, "exit"));
    frames.put("configure", new Command.Configure(Settings.DEFAULT));
    frames.put(
        "configure-names",
        new Command.Configure(
            new Settings(
                50_000_000, Map.of(), Map.of("worker-1", 9L), 200_000, List.of("com.example."))));
    frames.put("detach", new Command.Detach());
    return frames;
  }

  public static Definitions definitions() {
    return new Definitions(
        List.of(new Definitions.Loop(1, "worker-1", "worker", "netty-nio", 31, "Netty 4.1")),
        List.of(new Definitions.TaskType(7, "com.example.Task")),
        List.of(
            new Definitions.Stack(
                3,
                List.of(
                    new Definitions.StackFrame(
                        "java.lang.Thread", "sleep", "", -2, Definitions.Origin.JDK)))));
  }

  static Coverage coverage() {
    return new Coverage(
        List.of(
            new Coverage.Point(
                "netty",
                "Netty 4.1.135",
                "task submitted",
                "SingleThreadEventExecutor.addTask",
                Coverage.PointState.WOVEN,
                12,
                "")));
  }

  /** The batch that the README takes apart byte by byte. */
  public static RunBatch runs() {
    return new RunBatch(
        1,
        RunColumns.of(
            new Run(1000, 0, 0, RunKind.IO, Outcome.DONE, 0, 0, 5_000, 5_200, 900, 0),
            new Run(1001, 990, 7, RunKind.TASK, Outcome.DONE, 4_900, 0, 5_200, 5_300, 0, 31),
            new Run(1002, 991, 7, RunKind.TASK, Outcome.DONE, 4_950, 0, 5_310, 5_400, 0, 31)));
  }

  static GroupBatch groups() {
    LogHistogram durations = new LogHistogram();
    durations.record(100);
    durations.record(100);
    return new GroupBatch(
        1,
        List.of(
            new GroupBatch.Group(
                5_000,
                6_000,
                200,
                50,
                2,
                1,
                0,
                100,
                7,
                40,
                List.of(new GroupBatch.TypeTotal(7, 2, 200)))),
        durations,
        new LogHistogram());
  }

  public static LoopState loopState(long atNanos) {
    return new LoopState(
        1,
        atNanos,
        LoopState.Activity.RUNNING,
        6_000,
        OPEN_RUN,
        5,
        new LoopState.Totals(1, 2, 3, 4, 5, 6, 7, 8, 9, -1));
  }

  public static Stall stall() {
    return new Stall(
        1,
        1,
        OPEN_RUN,
        50_000_000,
        56_000_000,
        0,
        List.of(new Stall.Sample(56_000_000, 3, Thread.State.TIMED_WAITING)),
        3,
        -1,
        List.of(new Stall.Share(Stall.Cause.SLEEP, 50_000_000, "1 of 1 samples")));
  }

  private static Stall stallOnLock() {
    return new Stall(
        2,
        1,
        OPEN_RUN,
        50_000_000,
        56_000_000,
        60_000_000,
        List.of(),
        0,
        -1,
        List.of(new Stall.Share(Stall.Cause.LOCK, 50_000_000, "1 of 1 samples", "Store")),
        List.of(new Stall.Holder("Store@1f", 44, "writer", 2, Thread.State.RUNNABLE, 3)),
        true);
  }
}
