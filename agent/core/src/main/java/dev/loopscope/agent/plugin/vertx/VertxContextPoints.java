package dev.loopscope.agent.plugin.vertx;

import static dev.loopscope.agent.plugin.vertx.VertxPlugin.CORE;
import static dev.loopscope.agent.plugin.vertx.VertxPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopeLayers;
import java.util.List;

/** Where a context calls a handler: what a run of the loop beneath really is, and how it ended. */
final class VertxContextPoints {
  private static final String HANDLER = "Lio/vertx/core/Handler;";
  private static final String HANDLES = "(Ljava/lang/Object;" + HANDLER + ")V";

  /** A worker has its kind from the task that brought it to a context. */
  private static final String THREAD = "io.vertx.core.impl.VertxThread";

  private static final String CONTEXT_4 = CORE + "impl/ContextInternal";

  /** A context hands an event to a handler. */
  private static final int DISPATCHED = 1;

  /** A timer calls its own handler. */
  private static final int TIMER = 2;

  private VertxContextPoints() {}

  static List<Point> all() {
    return List.of(
        // not executeStart of the thread, which Vert.x leaves out when its timings are off
        Point.at(NAME, "event loop", CORE + "impl/VertxImpl", "beginDispatch", "")
            .onEnter(
                HookCall.to(
                    LoopscopeLayers.class,
                    "thread",
                    new Argument.Constant(THREAD),
                    new Argument.Constant("vertx-eventloop"),
                    new Argument.Constant(KindRank.LAYER_ABOVE))),
        dispatch("4", CONTEXT_4),
        dispatch("5", CORE + "internal/ContextInternal"),
        event("4", CORE + "impl/ContextImpl", "(L" + CONTEXT_4 + ";" + HANDLES.substring(1), 2),
        event("5", CORE + "impl/ContextBase", HANDLES, 1),
        Point.at(
                NAME,
                "timer's handler",
                CORE + "impl/VertxImpl$InternalTimerHandler",
                "handle",
                "(Ljava/lang/Void;)V")
            .onEnter(really(new Argument.Field("handler", HANDLER), TIMER)),
        Point.at(
                NAME,
                "handler failed",
                CORE + "impl/ContextImpl",
                "reportException",
                "(Ljava/lang/Throwable;)V")
            .onEnter(HookCall.to(LoopscopeLayers.class, "failed")));
  }

  private static Point dispatch(String line, String context) {
    return Point.at(NAME, "handler on its context, Vert.x " + line, context, "dispatch", HANDLES)
        .onEnter(really(new Argument.Parameter(1), DISPATCHED));
  }

  /** The lambda that carries an event to the thread of its context. */
  private static Point event(String line, String context, String descriptor, int handler) {
    String sees = "handler of an event from elsewhere, Vert.x " + line;
    return Point.at(NAME, sees, context, "lambda$emit$*", descriptor)
        .onEnter(really(new Argument.Parameter(handler), DISPATCHED));
  }

  static HookCall really(Argument what, int sureness) {
    return HookCall.to(LoopscopeLayers.class, "really", what, new Argument.Constant(sureness));
  }
}
