package dev.loopscope.agent.plugin.netty;

import static dev.loopscope.agent.plugin.netty.NettyPlugin.CONCURRENT;
import static dev.loopscope.agent.plugin.netty.NettyPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopeFutures;
import dev.loopscope.agent.probe.LoopscopeTasks;
import java.util.List;

/** A task's way through a Netty loop: wrapped before the queue, unwrapped where it runs. */
final class NettyTaskPoints {
  private static final String EXECUTOR = CONCURRENT + "SingleThreadEventExecutor";
  private static final String GLOBAL = CONCURRENT + "GlobalEventExecutor";
  private static final String PROMISE_TASK = CONCURRENT + "PromiseTask";
  private static final String TAKES_TASK = "(Ljava/lang/Runnable;)V";

  private static final Argument THREAD = new Argument.Field("thread", "Ljava/lang/Thread;");
  private static final Argument TASK = new Argument.Parameter(0);

  // a timer travels through the queue as itself, and is counted as a timer
  private static final Argument IS_TIMER =
      new Argument.IsInstance(0, CONCURRENT + "ScheduledFutureTask");

  /** Whether the command ran at all is only certain when its future returns. */
  static final HookCall ENDED =
      HookCall.to(
          LoopscopeFutures.class,
          "ended",
          new Argument.This(),
          new Argument.Invoke("isCancelled", "()Z"));

  private NettyTaskPoints() {}

  static List<Point> all() {
    return List.of(
        add(EXECUTOR),
        add(GLOBAL),
        Point.at(NAME, "task rejected", EXECUTOR, "reject", TAKES_TASK)
            .onEnter(HookCall.to(LoopscopeTasks.class, "unwrap", TASK).storedTo(0))
            .onReturn(
                HookCall.to(
                    LoopscopeTasks.class, "withdrawn", new Argument.Constant(true), THREAD)),
        Point.at(NAME, "task withdrawn", EXECUTOR, "removeTask", "(Ljava/lang/Runnable;)Z")
            .onEnter(HookCall.to(LoopscopeTasks.class, "sought", TASK).storedTo(0))
            .onReturn(
                HookCall.to(LoopscopeTasks.class, "withdrawn", new Argument.Returned(), THREAD)),
        run(),
        Point.at(NAME, "future run", PROMISE_TASK, "run", "()V")
            .onEnter(
                HookCall.to(
                    LoopscopeFutures.class,
                    "run",
                    new Argument.This(),
                    new Argument.Field("task", "Ljava/lang/Object;"),
                    new Argument.Invoke("isCancelled", "()Z")))
            .onReturn(ENDED),
        Point.at(NAME, "command of a future", PROMISE_TASK, "runTask", "()Ljava/lang/Object;")
            .onEnter(
                HookCall.to(
                    LoopscopeFutures.class,
                    "command",
                    new Argument.This(),
                    new Argument.Field("task", "Ljava/lang/Object;"))),
        Point.at(NAME, "future failed", PROMISE_TASK, "setFailureInternal", "")
            .onEnter(HookCall.to(LoopscopeFutures.class, "failed", new Argument.This())),
        Point.at(NAME, "future cancelled", PROMISE_TASK, "cancel", "(Z)Z")
            .onReturn(HookCall.to(LoopscopeFutures.class, "cancelled", new Argument.Returned())));
  }

  private static Point add(String executor) {
    return Point.at(NAME, "task submitted", executor, "addTask", TAKES_TASK)
        .onEnter(HookCall.to(LoopscopeTasks.class, "submit", TASK, THREAD, IS_TIMER).storedTo(0))
        .onThrow(HookCall.to(LoopscopeTasks.class, "rejected", TASK, THREAD));
  }

  private static Point run() {
    return Point.at(NAME, "task run", CONCURRENT + "AbstractEventExecutor", "runTask", TAKES_TASK)
        .onEnter(
            HookCall.to(
                    LoopscopeTasks.class,
                    "enter",
                    TASK,
                    new Argument.Constant("netty-executor"),
                    new Argument.Constant(KindRank.TASKS),
                    new Argument.Copy())
                .storedTo(0))
        .onReturn(HookCall.to(LoopscopeTasks.class, "exit", new Argument.Constant(null)))
        .onThrow(HookCall.to(LoopscopeTasks.class, "exit", new Argument.Thrown()));
  }
}
