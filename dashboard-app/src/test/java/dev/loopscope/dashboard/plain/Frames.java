package dev.loopscope.dashboard.plain;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Clock;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.ProcessInfo;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Version;
import java.util.List;

/**
 * Frames of a made-up chat server with one loop, {@code worker-2}, and its handler that sleeps.
 * Times are given in milliseconds.
 */
public final class Frames {

  public static final int LOOP = 2;
  public static final int PUSH = 1;
  public static final int SLEEP_STACK = 1;
  public static final long MS = 1_000_000L;

  /** Where the wall clock stands at time 0 of the target: 2026-01-02T03:04:05Z. */
  public static final long EPOCH_NANOS = 1_767_323_045_000_000_000L;

  private Frames() {}

  public static Hello hello() {
    return new Hello(
        Version.CURRENT,
        "0.1.0",
        new ProcessInfo(4711, "chat-server", "17.0.15", "OpenJDK", "Linux amd64", 2, 0),
        new Clock(0, EPOCH_NANOS),
        0,
        Settings.DEFAULT,
        List.of("netty"));
  }

  public static Definitions names() {
    return new Definitions(
        List.of(new Definitions.Loop(LOOP, "worker-2", "worker", "netty-nio", 20, "")),
        List.of(new Definitions.TaskType(PUSH, "com.example.ChatHandler$Push")),
        List.of(
            new Definitions.Stack(
                SLEEP_STACK,
                List.of(
                    new StackFrame("java.lang.Thread", "sleep", "Thread.java", -2, Origin.JDK),
                    new StackFrame(
                        "com.example.ChatHandler",
                        "onMessage",
                        "ChatHandler.java",
                        42,
                        Origin.APPLICATION),
                    new StackFrame(
                        "io.netty.Pipeline", "fire", "Pipeline.java", 7, Origin.FRAMEWORK)))));
  }

  /** A task that was submitted, began and ended at the given milliseconds. */
  public static Run task(long id, long parent, long submitted, long start, long end) {
    return run(id, parent, RunKind.TASK, Outcome.DONE, submitted, start, end);
  }

  public static Run run(
      long id, long parent, RunKind kind, Outcome outcome, long submitted, long start, long end) {
    return new Run(id, parent, PUSH, kind, outcome, submitted * MS, 0, start * MS, end * MS, 0, 20);
  }

  public static RunBatch runs(Run... runs) {
    return new RunBatch(LOOP, RunColumns.of(runs));
  }

  /** A stall seen at {@code start + 50} and later; {@code end} 0 while it lasts. */
  public static Stall stall(long id, long run, long start, long seen, long end) {
    return new Stall(
        id,
        LOOP,
        new OpenRun(run, 0, PUSH, RunKind.TASK, start * MS, 0, start * MS, 20),
        50 * MS,
        (start + 50) * MS,
        end * MS,
        List.of(new Stall.Sample(seen * MS, SLEEP_STACK, Thread.State.TIMED_WAITING)),
        SLEEP_STACK,
        1,
        List.of(new Stall.Share(Stall.Cause.SLEEP, (seen - start) * MS, "1 of 1 samples")));
  }

  /** The loop was in {@code run} since {@code start}, seen at {@code at}. */
  public static LoopState running(long run, long start, long at) {
    return new LoopState(
        LOOP,
        at * MS,
        LoopState.Activity.RUNNING,
        start * MS,
        new OpenRun(run, 0, PUSH, RunKind.TASK, start * MS, 0, start * MS, 20),
        0,
        totals());
  }

  public static LoopState waiting(long at) {
    return new LoopState(LOOP, at * MS, LoopState.Activity.WAITING, at * MS, null, 0, totals());
  }

  private static LoopState.Totals totals() {
    return new LoopState.Totals(10, 9, 8, 1, 1, 5, 400 * MS, 600 * MS, 0, 100 * MS);
  }

  public static Bye bye(long at) {
    return new Bye(at * MS, Bye.Reason.TARGET_EXIT, "");
  }
}
