package dev.loopscope.agent.plugin.coroutines;

import static dev.loopscope.agent.plugin.coroutines.CoroutinesPlugin.COROUTINES;
import static dev.loopscope.agent.plugin.coroutines.CoroutinesPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.probe.LoopscopeCoroutines;
import dev.loopscope.agent.probe.LoopscopeLayers;
import java.util.List;

/**
 * What a task really is: which coroutine goes on in it, and whether it failed. Hooked are short
 * methods that a task calls on its way; those that call the coroutine may never return.
 */
final class ContinuationPoints {
  private static final String TAKE = "takeState$kotlinx_coroutines_core";
  private static final String CONTINUATION = "Lkotlin/coroutines/Continuation;";
  private static final String RUNNABLE = "Ljava/lang/Runnable;";
  private static final int COMMAND = 1;

  private ContinuationPoints() {}

  static List<Point> all() {
    HookCall failed = HookCall.to(LoopscopeLayers.class, "failed");
    return List.of(
        resumes("coroutine", "internal/DispatchedContinuation", "continuation"),
        resumes("coroutine resumed", "CancellableContinuationImpl", "delegate"),
        Point.at(NAME, "command", COROUTINES + "scheduling/TaskImpl", "run", "()V")
            .onEnter(
                HookCall.to(
                    LoopscopeLayers.class,
                    "really",
                    new Argument.Field("block", RUNNABLE),
                    new Argument.Constant(COMMAND)))
            .onThrow(failed),
        Point.at(
                NAME,
                "coroutine failed",
                COROUTINES + "CoroutineExceptionHandlerKt",
                "handleCoroutineException",
                "")
            .onEnter(failed));
  }

  private static Point resumes(String sees, String owner, String field) {
    return Point.at(NAME, sees, COROUTINES + owner, TAKE, "()Ljava/lang/Object;")
        .onEnter(
            HookCall.to(
                LoopscopeCoroutines.class, "resumes", new Argument.Field(field, CONTINUATION)));
  }
}
