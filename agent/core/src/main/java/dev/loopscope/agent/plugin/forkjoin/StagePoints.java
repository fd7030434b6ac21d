package dev.loopscope.agent.plugin.forkjoin;

import static dev.loopscope.agent.plugin.forkjoin.ForkJoinPlugin.CONCURRENT;
import static dev.loopscope.agent.plugin.forkjoin.ForkJoinPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.probe.LoopscopeFutures;
import dev.loopscope.agent.probe.LoopscopeStages;
import java.util.ArrayList;
import java.util.List;

/** The stages of a {@code CompletableFuture} that are given to an executor. */
final class StagePoints {
  private static final String FUTURE = CONCURRENT + "CompletableFuture";
  private static final String COMPLETION = FUTURE + "$UniCompletion";
  private static final String RETURNS_FUTURE = "(I)L" + FUTURE + ';';
  private static final Argument THIS = new Argument.This();
  private static final Argument EXECUTOR =
      new Argument.Field("executor", "Ljava/util/concurrent/Executor;");

  /** Kinds of stages, each with the type of the function that it keeps. */
  private static final List<String[]> STAGES =
      List.of(
          new String[] {"UniApply", "Function"},
          new String[] {"UniAccept", "Consumer"},
          new String[] {"UniRun", "Runnable"},
          new String[] {"UniWhenComplete", "BiConsumer"},
          new String[] {"UniHandle", "BiFunction"},
          new String[] {"UniExceptionally", "Function"},
          new String[] {"UniComposeExceptionally", "Function"},
          new String[] {"UniCompose", "Function"},
          new String[] {"BiApply", "BiFunction"},
          new String[] {"BiAccept", "BiConsumer"},
          new String[] {"BiRun", "Runnable"},
          new String[] {"OrApply", "Function"},
          new String[] {"OrAccept", "Consumer"},
          new String[] {"OrRun", "Runnable"});

  private StagePoints() {}

  static List<Point> all() {
    List<Point> points = new ArrayList<>();
    first(points, "AsyncSupply", "Supplier");
    first(points, "AsyncRun", "Runnable");
    points.add(
        Point.at(NAME, "where a stage comes from that can begin at once", COMPLETION, "<init>", "")
            .onReturn(
                HookCall.to(
                    LoopscopeStages.class,
                    "added",
                    THIS,
                    new Argument.Parameter(0),
                    new Argument.Parameter(2))));
    points.add(
        Point.at(NAME, "where a stage comes from", COMPLETION, "claim", "()Z")
            .onEnter(HookCall.to(LoopscopeStages.class, "claimed", THIS, EXECUTOR)));
    for (String[] stage : STAGES) {
      points.add(
          Point.at(NAME, "type of a stage", FUTURE + '$' + stage[0], "tryFire", RETURNS_FUTURE)
              .onEnter(
                  HookCall.to(
                      LoopscopeStages.class,
                      "fires",
                      THIS,
                      function(stage[1]),
                      new Argument.Parameter(0))));
    }
    points.add(
        Point.at(NAME, "stage failed", FUTURE, "completeThrowable", "(Ljava/lang/Throwable;)Z")
            .onEnter(HookCall.to(LoopscopeFutures.class, "failed", THIS)));
    return points;
  }

  private static void first(List<Point> points, String name, String function) {
    String stage = FUTURE + '$' + name;
    points.add(
        Point.at(NAME, "where a first stage comes from", stage, "<init>", "")
            .onReturn(HookCall.to(LoopscopeStages.class, "made", THIS)));
    points.add(
        Point.at(NAME, "type of a first stage", stage, "run", "()V")
            .onEnter(
                HookCall.to(
                    LoopscopeStages.class,
                    "runs",
                    THIS,
                    new Argument.Field("dep", 'L' + FUTURE + ';'),
                    function(function))));
  }

  private static Argument function(String type) {
    String home = type.equals("Runnable") ? "java/lang/" : "java/util/function/";
    return new Argument.Field("fn", 'L' + home + type + ';');
  }
}
