package dev.loopscope.agent.bench.program;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.awt.EventQueue;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Kinds of loops to keep busy. */
public enum Work {
  /** Thread pool with and without futures, scheduled pool, fork-join pool with stages, timer. */
  POOLS {
    @Override
    void start(Flow flow) {
      ExecutorService threads = Executors.newFixedThreadPool(2);
      flow.add(threads::execute);
      flow.add(threads::submit);
      ScheduledExecutorService scheduled = Executors.newScheduledThreadPool(1);
      flow.add(piece -> scheduled.schedule(piece, 0, TimeUnit.NANOSECONDS));
      ForkJoinPool forks = new ForkJoinPool(2);
      flow.add(forks::execute);
      flow.add(piece -> CompletableFuture.runAsync(piece, forks));
      Timer timer = new Timer(true);
      flow.add(piece -> timer.schedule(new Due(piece), 0));
    }
  },
  /** Events of a window system without a screen. */
  SWING {
    @Override
    void start(Flow flow) {
      flow.add(EventQueue::invokeLater);
    }
  },
  /** Handlers on a Vert.x event loop and on a worker. */
  VERTX {
    @Override
    void start(Flow flow) {
      Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
      Context loop = vertx.getOrCreateContext();
      flow.add(piece -> loop.runOnContext(nothing -> piece.run()));
      flow.add(
          piece ->
              vertx.executeBlocking(
                  () -> {
                    piece.run();
                    return this;
                  }));
    }
  },
  /** Virtual threads, each started by the one before it. */
  VIRTUAL {
    @Override
    void start(Flow flow) {
      for (int i = 0; i < 2; i++) {
        flow.add(Work::startVirtually);
      }
    }
  };

  abstract void start(Flow flow);

  private static void startVirtually(Runnable piece) {
    try {
      // JDK 21 and later, but this is compiled for 17
      Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, piece);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Virtual threads need JDK 21 or newer.", e);
    }
  }

  private static final class Due extends TimerTask {
    private final Runnable piece;

    Due(Runnable piece) {
      this.piece = piece;
    }

    @Override
    public void run() {
      piece.run();
    }
  }
}
