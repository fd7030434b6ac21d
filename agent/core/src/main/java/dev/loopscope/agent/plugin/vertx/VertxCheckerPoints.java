package dev.loopscope.agent.plugin.vertx;

import static dev.loopscope.agent.plugin.vertx.VertxPlugin.CORE;
import static dev.loopscope.agent.plugin.vertx.VertxPlugin.NAME;

import dev.loopscope.agent.instrument.Argument;
import dev.loopscope.agent.instrument.HookCall;
import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.probe.LoopscopeWarnings;
import java.util.List;

/** Where Vert.x's own checker has found a blocked thread, on the checker's own thread. */
final class VertxCheckerPoints {
  private VertxCheckerPoints() {}

  static List<Point> all() {
    return List.of(
        found("4", CORE + "impl/btc/BlockedThreadEvent"),
        found("5", CORE + "internal/threadchecker/BlockedThreadEvent"));
  }

  private static Point found(String line, String event) {
    String sees = "blocked-thread warning of Vert.x " + line;
    return Point.at(NAME, sees, event, "<init>", "(Ljava/lang/Thread;JJJ)V")
        .onReturn(
            HookCall.to(
                LoopscopeWarnings.class,
                "blocked",
                new Argument.Parameter(0),
                new Argument.Parameter(1),
                new Argument.Parameter(2)));
  }
}
