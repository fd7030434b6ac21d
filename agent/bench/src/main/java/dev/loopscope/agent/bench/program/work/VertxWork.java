package dev.loopscope.agent.bench.program.work;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** Handlers on a Vert.x event loop and on a worker. */
final class VertxWork implements Work {
  @Override
  public void start(Flow flow) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    Context loop = vertx.getOrCreateContext();
    flow.add(piece -> loop.runOnContext(nothing -> piece.run()));
    flow.add(
        piece ->
            loop.executeBlocking(
                () -> {
                  piece.run();
                  return this;
                }));
  }
}
