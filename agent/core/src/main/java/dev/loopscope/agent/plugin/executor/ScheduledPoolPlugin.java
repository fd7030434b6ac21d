package dev.loopscope.agent.plugin.executor;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.probe.LoopscopeFutures;
import dev.loopscope.agent.probe.LoopscopePools;
import java.util.List;

/**
 * {@code ScheduledThreadPoolExecutor} and its futures. Nothing is wrapped, since applications look
 * into these queues; and {@code ThreadPoolExecutor} itself is never touched, since a worker's loop
 * would then stay uncompiled for good.
 */
public final class ScheduledPoolPlugin implements Plugin {
  private static final String POOL = "java/util/concurrent/ScheduledThreadPoolExecutor";
  private static final String TASK = POOL + "$ScheduledFutureTask";
  private static final String ADAPTER = "java/util/concurrent/Executors$RunnableAdapter";
  private static final String FUTURE = "java/util/concurrent/FutureTask";

  private static final Argument NUMBER = new Argument.Field("sequenceNumber", "J");
  private static final Argument CANCELLED = new Argument.Invoke("isCancelled", "()Z");

  @Override
  public String name() {
    return "executor";
  }

  @Override
  public String framework() {
    return "JDK";
  }

  @Override
  public List<Point> points() {
    return List.of(
        Point.at(name(), "where a task comes from", TASK, "<init>", "")
            .onReturn(HookCall.to(LoopscopePools.class, "created", NUMBER)),
        Point.at(name(), "task submitted", POOL, "delayedExecute", "")
            .onEnter(HookCall.to(LoopscopePools.class, "submitted"))
            .onThrow(HookCall.to(LoopscopePools.class, "rejected")),
        run(),
        Point.at(name(), "command called", ADAPTER, "call", "()Ljava/lang/Object;")
            .onEnter(HookCall.to(LoopscopePools.class, "commandRuns")),
        Point.at(name(), "task cancelled", TASK, "cancel", "(Z)Z")
            .onReturn(
                HookCall.to(LoopscopePools.class, "cancelled", new Argument.Returned(), NUMBER)),
        Point.at(name(), "task failed", FUTURE, "setException", "(Ljava/lang/Throwable;)V")
            .onEnter(HookCall.to(LoopscopeFutures.class, "failed", new Argument.This())));
  }

  private Point run() {
    return Point.at(name(), "task run", TASK, "run", "()V")
        .onEnter(
            HookCall.to(
                LoopscopePools.class,
                "enter",
                new Argument.This(),
                NUMBER,
                new Argument.Field("time", "J"),
                new Argument.Invoke("isPeriodic", "()Z"),
                CANCELLED,
                new Argument.Constant("scheduled-pool"),
                new Argument.Constant(KindRank.CERTAIN)))
        .onReturn(HookCall.to(LoopscopePools.class, "exit", new Argument.Constant(null), CANCELLED))
        .onThrow(
            HookCall.to(
                LoopscopePools.class, "exit", new Argument.Thrown(), new Argument.Constant(false)));
  }
}
