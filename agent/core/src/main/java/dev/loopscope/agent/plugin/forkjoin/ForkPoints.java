package dev.loopscope.agent.plugin.forkjoin;

import static dev.loopscope.agent.plugin.forkjoin.ForkJoinPlugin.CONCURRENT;
import static dev.loopscope.agent.plugin.forkjoin.ForkJoinPlugin.KIND;
import static dev.loopscope.agent.plugin.forkjoin.ForkJoinPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopeForks;
import dev.loopscope.agent.probe.LoopscopeFutures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A task's way through a fork-join pool. */
final class ForkPoints {
  private static final String QUEUE = CONCURRENT + "ForkJoinPool$WorkQueue";
  private static final String TASK = CONCURRENT + "ForkJoinTask";
  private static final String TAKES_TASK = "(L" + TASK + ';';
  private static final String POOL = 'L' + CONCURRENT + "ForkJoinPool;";
  private static final Argument NOTHING = new Argument.Constant(null);
  private static final Argument YES = new Argument.Constant(true);
  private static final Argument NO = new Argument.Constant(false);

  /** What the pool wraps the application's commands in, with the method that calls them. */
  private static final Map<String, String> ADAPTERS =
      Map.of(
          "AdaptedRunnable", "exec",
          "AdaptedRunnableAction", "exec",
          "RunnableExecuteAction", "exec",
          "AdaptedCallable", "exec",
          "AdaptedInterruptibleCallable", "exec");

  private static final Map<String, String> NEWER_ADAPTERS =
      Map.of(
          "AdaptedInterruptibleCallable", "compute",
          "AdaptedInterruptibleRunnable", "compute",
          "RunnableExecuteAction", "compute");

  private ForkPoints() {}

  static List<Point> all() {
    List<Point> points = new ArrayList<>();
    // 17 tells an outside submission by its own method, newer ones by an argument
    points.add(push("lockedPush", ")Z", NOTHING, NO));
    points.add(push("push", POOL + ")V", new Argument.Parameter(1), YES));
    points.add(push("push", POOL + "Z)V", new Argument.Parameter(1), new Argument.Parameter(2)));
    points.add(
        Point.at(NAME, "task run", QUEUE, "topLevelExec", "")
            .aroundCalls(
                "doExec",
                HookCall.to(
                    LoopscopeForks.class,
                    "enter",
                    new Argument.Receiver(),
                    new Argument.Constant(KIND),
                    new Argument.Constant(KindRank.TASKS)),
                HookCall.to(LoopscopeForks.class, "exit")));
    points.add(
        Point.at(NAME, "task failed", TASK, "trySetThrown", "")
            .onEnter(HookCall.to(LoopscopeFutures.class, "failed", new Argument.This())));
    points.add(
        Point.at(NAME, "task cancelled", TASK, "trySetCancelled", "")
            .onEnter(
                HookCall.to(LoopscopeForks.class, "cancels", new Argument.Field("status", "I"))));
    ADAPTERS.forEach((name, method) -> points.add(command(name, method, "()Z")));
    NEWER_ADAPTERS.forEach((name, method) -> points.add(command(name, method, "")));
    return points;
  }

  private static Point push(String method, String rest, Argument pool, Argument internal) {
    return Point.at(NAME, "where a task comes from", QUEUE, method, TAKES_TASK + rest)
        .onEnter(
            HookCall.to(LoopscopeForks.class, "pushed", new Argument.Parameter(0), pool, internal));
  }

  private static Point command(String adapter, String method, String descriptor) {
    Argument field =
        adapter.endsWith("Callable")
            ? new Argument.Field("callable", "Ljava/util/concurrent/Callable;")
            : new Argument.Field("runnable", "Ljava/lang/Runnable;");
    return Point.at(NAME, "type of a task", TASK + '$' + adapter, method, descriptor)
        .onEnter(HookCall.to(LoopscopeFutures.class, "command", new Argument.This(), field));
  }
}
