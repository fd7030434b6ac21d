package dev.loopscope.agent.plugin.vertx;

import static dev.loopscope.agent.plugin.vertx.VertxPlugin.CORE;
import static dev.loopscope.agent.plugin.vertx.VertxPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopeWorkers;
import java.util.List;

/**
 * Blocking work and worker contexts, ordered or not. What is wrapped is what the application gave;
 * the {@code WorkerTask} around it, which Vert.x looks for in its queues, stays as it is.
 */
final class VertxWorkerPoints {
  private static final String TASK = CORE + "impl/WorkerTask";
  private static final String CALLABLE = "Ljava/util/concurrent/Callable;";
  private static final String QUEUE = "Lio/vertx/core/impl/TaskQueue;";
  private static final String FUTURE = "Lio/vertx/core/Future;";

  /** Surer than what a context says of the handler that it calls on the way. */
  private static final int WORK = 3;

  private VertxWorkerPoints() {}

  static List<Point> all() {
    String four =
        "(Lio/vertx/core/impl/ContextInternal;"
            + CALLABLE
            + "Lio/vertx/core/impl/WorkerPool;"
            + QUEUE
            + ")"
            + FUTURE;
    String five =
        "(Lio/vertx/core/internal/WorkerPool;Lio/vertx/core/internal/ContextInternal;"
            + CALLABLE
            + QUEUE
            + ")"
            + FUTURE;
    return List.of(
        blocking("4", CORE + "impl/ContextImpl", four, 1),
        blocking("5", CORE + "impl/ExecuteBlocking", five, 2),
        // a handler cannot be wrapped by a class that sees only the JDK
        Point.at(
                NAME,
                "blocking handler given, Vert.x 4",
                CORE + "impl/ContextImpl",
                "executeBlocking",
                four.replace(CALLABLE, "Lio/vertx/core/Handler;"))
            .onEnter(HookCall.to(LoopscopeWorkers.class, "handed")),
        Point.at(
                NAME,
                "blocking handler, Vert.x 4",
                CORE + "impl/ContextImpl",
                "lambda$executeBlocking$*",
                "(Lio/vertx/core/Handler;Lio/vertx/core/Promise;)V")
            .onEnter(VertxContextPoints.really(new Argument.Parameter(0), WORK)),
        Point.at(
                NAME,
                "task for a worker context",
                CORE + "impl/WorkerExecutor",
                "execute",
                "(Ljava/lang/Runnable;)V")
            .onEnter(
                HookCall.to(LoopscopeWorkers.class, "submit", new Argument.Parameter(0))
                    .storedTo(0)),
        refused("worker task refused", TASK),
        refused("blocking work refused, Vert.x 4", CORE + "impl/ContextImpl$1"),
        refused("blocking work refused, Vert.x 5", CORE + "impl/ExecuteBlocking$1"),
        run());
  }

  private static Point blocking(String line, String owner, String descriptor, int callable) {
    return Point.at(NAME, "blocking work, Vert.x " + line, owner, "executeBlocking", descriptor)
        .onEnter(
            HookCall.to(LoopscopeWorkers.class, "submitCalled", new Argument.Parameter(callable))
                .storedTo(callable));
  }

  private static Point refused(String sees, String owner) {
    return Point.at(NAME, sees, owner, "reject", "()V")
        .onEnter(HookCall.to(LoopscopeWorkers.class, "rejected"));
  }

  private static Point run() {
    return Point.at(NAME, "worker task run", TASK, "run", "()V")
        .onEnter(
            HookCall.to(
                LoopscopeWorkers.class,
                "enter",
                new Argument.This(),
                new Argument.Constant("vertx-worker"),
                new Argument.Constant(KindRank.LAYER_ABOVE)))
        .onReturn(HookCall.to(LoopscopeWorkers.class, "exit", new Argument.Constant(null)))
        .onThrow(HookCall.to(LoopscopeWorkers.class, "exit", new Argument.Thrown()));
  }
}
