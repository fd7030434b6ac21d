package dev.loopscope.agent.plugin.vertx;

import dev.loopscope.agent.instrument.Point;
import dev.loopscope.agent.plugin.Plugin;
import dev.loopscope.agent.plugin.Source;
import java.util.List;
import java.util.Set;

/**
 * Vert.x 4.5 and 5. What its event loops run are Netty's runs, seen by the Netty plugin and counted
 * once; here they get the names that users know: the handler's class, and with it the verticle's.
 * Its workers are loops of their own.
 */
public final class VertxPlugin implements Plugin {
  static final String NAME = "vertx";
  static final String CORE = "io/vertx/core/";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String framework() {
    return "Vert.x";
  }

  @Override
  public List<Point> points() {
    return Point.all(VertxContextPoints.all(), VertxWorkerPoints.all(), VertxCheckerPoints.all());
  }

  @Override
  public List<Source> sources(Set<String> details) {
    return List.of(new VertxWarnings());
  }
}
