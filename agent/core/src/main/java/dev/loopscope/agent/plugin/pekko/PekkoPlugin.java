package dev.loopscope.agent.plugin.pekko;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.probe.LoopscopeActors;
import dev.loopscope.agent.probe.LoopscopeLayers;
import java.util.List;
import java.util.Map;

/**
 * Dispatchers of Pekko. Their threads are workers of the JDK's pools and are seen by the plugins
 * for those; here a run gets the name of the actor whose messages it works off, who had it
 * scheduled, and whether the actor failed. Single messages are not told apart.
 */
public final class PekkoPlugin implements Plugin {
  private static final String NAME = "pekko";
  private static final String KIND = "pekko-dispatcher";
  private static final String PEKKO = "org/apache/pekko/";
  private static final String CELL = PEKKO + "actor/ActorCell";

  /** A future's body, which runs on a dispatcher without an actor. */
  private static final int FUTURE = 1;

  /** Dispatchers for blocking work are common, so only what takes very long is told. */
  private static final long LIMIT_NANOS = 1_000_000_000L;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String framework() {
    return "Pekko";
  }

  @Override
  public Map<String, Long> limits() {
    return Map.of(KIND, LIMIT_NANOS);
  }

  @Override
  public List<Point> points() {
    return List.of(
        Point.at(
                NAME,
                "where an actor's turn comes from",
                PEKKO + "dispatch/Mailbox",
                "setAsScheduled",
                "()Z")
            .onReturn(
                HookCall.to(
                    LoopscopeActors.class,
                    "scheduled",
                    new Argument.Returned(),
                    new Argument.This())),
        Point.at(NAME, "actor", CELL, "invoke", "(L" + PEKKO + "dispatch/Envelope;)V")
            .onEnter(
                HookCall.to(
                    LoopscopeActors.class,
                    "receives",
                    new Argument.Field("_actor", "L" + PEKKO + "actor/Actor;"),
                    new Argument.Constant(KIND),
                    new Argument.Constant(KindRank.LAYER_ABOVE))),
        Point.at(NAME, "actor failed", CELL, "handleInvokeFailure", "")
            .onEnter(HookCall.to(LoopscopeLayers.class, "failed")),
        Point.at(NAME, "task of a dispatcher", PEKKO + "dispatch/TaskInvocation", "run", "()V")
            .onEnter(
                HookCall.to(
                    LoopscopeLayers.class,
                    "really",
                    new Argument.Field("runnable", "Ljava/lang/Runnable;"),
                    new Argument.Constant(FUTURE))));
  }
}
