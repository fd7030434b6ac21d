package dev.loopscope.agent.plugin.executor;

import static dev.loopscope.agent.plugin.executor.ExecutorPlugin.CONCURRENT;
import static dev.loopscope.agent.plugin.executor.ExecutorPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.probe.LoopscopeFutures;
import dev.loopscope.agent.probe.LoopscopePoolWorkers;
import java.util.List;

/** {@code FutureTask}, wherever it runs: where it comes from, what it calls, how it ends. */
final class FuturePoints {
  private static final String FUTURE = CONCURRENT + "FutureTask";

  // the state itself: isCancelled may be overridden by the application
  private static final Argument STATE = new Argument.Field("state", "I");
  private static final Argument CALLABLE =
      new Argument.Field("callable", "Ljava/util/concurrent/Callable;");
  private static final Argument THIS = new Argument.This();

  private FuturePoints() {}

  static List<Point> all() {
    return List.of(
        Point.at(NAME, "where a future comes from", FUTURE, "<init>", "")
            .onReturn(HookCall.to(LoopscopePoolWorkers.class, "futureMade", THIS)),
        Point.at(NAME, "future run", FUTURE, "run", "()V")
            .onEnter(HookCall.to(LoopscopePoolWorkers.class, "futureRuns", THIS, CALLABLE, STATE))
            .onReturn(HookCall.to(LoopscopePoolWorkers.class, "futureRan", THIS, STATE)),
        Point.at(NAME, "task failed", FUTURE, "setException", "(Ljava/lang/Throwable;)V")
            .onEnter(HookCall.to(LoopscopeFutures.class, "failed", THIS)),
        Point.at(NAME, "future cancelled", FUTURE, "cancel", "(Z)Z")
            .onReturn(
                HookCall.to(
                    LoopscopePoolWorkers.class, "futureCancelled", new Argument.Returned(), THIS)));
  }
}
