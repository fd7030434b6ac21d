package dev.loopscope.agent.plugin.executor;

import static dev.loopscope.agent.plugin.executor.ExecutorPlugin.CONCURRENT;
import static dev.loopscope.agent.plugin.executor.ExecutorPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopePools;
import java.util.List;

/** A scheduled pool's tasks, which have a number and know when they are due. */
final class ScheduledPoints {
  static final String KIND = "scheduled-pool";

  private static final String POOL = CONCURRENT + "ScheduledThreadPoolExecutor";
  private static final String TASK = POOL + "$ScheduledFutureTask";
  private static final String ADAPTER = CONCURRENT + "Executors$RunnableAdapter";

  private static final Argument NUMBER = new Argument.Field("sequenceNumber", "J");
  private static final Argument CANCELLED = new Argument.Invoke("isCancelled", "()Z");

  private ScheduledPoints() {}

  static List<Point> all() {
    return List.of(
        Point.at(NAME, "where a task comes from", TASK, "<init>", "")
            .onReturn(HookCall.to(LoopscopePools.class, "created", NUMBER)),
        Point.at(NAME, "task submitted", POOL, "delayedExecute", "")
            .onEnter(HookCall.to(LoopscopePools.class, "submitted"))
            .onThrow(HookCall.to(LoopscopePools.class, "rejected")),
        run(),
        Point.at(NAME, "command called", ADAPTER, "call", "()Ljava/lang/Object;")
            .onEnter(HookCall.to(LoopscopePools.class, "commandRuns")),
        Point.at(NAME, "task cancelled", TASK, "cancel", "(Z)Z")
            .onReturn(
                HookCall.to(LoopscopePools.class, "cancelled", new Argument.Returned(), NUMBER)));
  }

  private static Point run() {
    return Point.at(NAME, "task run", TASK, "run", "()V")
        .onEnter(
            HookCall.to(
                LoopscopePools.class,
                "enter",
                new Argument.This(),
                NUMBER,
                new Argument.Field("time", "J"),
                new Argument.Invoke("isPeriodic", "()Z"),
                CANCELLED,
                new Argument.Constant(KIND),
                new Argument.Constant(KindRank.CERTAIN)))
        .onReturn(HookCall.to(LoopscopePools.class, "exit", new Argument.Constant(null), CANCELLED))
        .onThrow(
            HookCall.to(
                LoopscopePools.class, "exit", new Argument.Thrown(), new Argument.Constant(false)));
  }
}
