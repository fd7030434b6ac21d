package dev.loopscope.agent.plugin.coroutines;

import static dev.loopscope.agent.plugin.coroutines.CoroutinesPlugin.COROUTINES;
import static dev.loopscope.agent.plugin.coroutines.CoroutinesPlugin.KIND;
import static dev.loopscope.agent.plugin.coroutines.CoroutinesPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopeCoroutines;
import java.util.List;

/** A task's way through a dispatcher. */
final class DispatcherPoints {
  private static final String SCHEDULER = COROUTINES + "scheduling/CoroutineScheduler";
  private static final String TASK = COROUTINES + "scheduling/Task";
  private static final String LIMITED = COROUTINES + "internal/LimitedDispatcher";
  private static final String DISPATCHES =
      "(Lkotlin/coroutines/CoroutineContext;Ljava/lang/Runnable;)V";

  private DispatcherPoints() {}

  static List<Point> all() {
    HookCall end = HookCall.to(LoopscopeCoroutines.class, "exit");
    return List.of(
        Point.at(NAME, "where a task comes from", SCHEDULER, "createTask", "")
            .onReturn(given(new Argument.Returned())),
        Point.at(NAME, "task run", SCHEDULER, "runSafely", "(L" + TASK + ";)V")
            .onEnter(
                HookCall.to(
                    LoopscopeCoroutines.class,
                    "enter",
                    new Argument.Parameter(0),
                    new Argument.This(),
                    new Argument.Constant(KIND),
                    new Argument.Constant(KindRank.CERTAIN)))
            .onReturn(end)
            .onThrow(end),
        dispatch("where a task of IO comes from", LIMITED),
        dispatch(
            "where a task of a pool comes from", COROUTINES + "ExecutorCoroutineDispatcherImpl"),
        Point.at(NAME, "task of IO run", LIMITED + "$Worker", "run", "()V")
            .aroundCalls(
                "run",
                HookCall.to(LoopscopeCoroutines.class, "enterInner", new Argument.Receiver()),
                HookCall.to(LoopscopeCoroutines.class, "exitInner")));
  }

  private static Point dispatch(String sees, String owner) {
    return Point.at(NAME, sees, owner, "dispatch", DISPATCHES)
        .onEnter(given(new Argument.Parameter(1)));
  }

  private static HookCall given(Argument task) {
    return HookCall.to(LoopscopeCoroutines.class, "given", task);
  }
}
