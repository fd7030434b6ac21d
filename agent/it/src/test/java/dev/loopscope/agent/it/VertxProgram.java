package dev.loopscope.agent.it;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An echo verticle with clients that never stop, a worker verticle, timers and blocking work.
 * Written against what Vert.x 4.5 and 5 have in common.
 */
public final class VertxProgram implements FrameworkProgram {
  private static final int CLIENTS = 2;
  private static final long TICK_MILLIS = 20;
  private static final CompletableFuture<Integer> PORT = new CompletableFuture<>();
  private static final CompletableFuture<Context> LOOP = new CompletableFuture<>();
  private static final CompletableFuture<Context> WORKER = new CompletableFuture<>();

  private final Vertx vertx;
  private final Context loop;
  private final Context worker;
  private final Context closed;

  private VertxProgram(Vertx vertx, Context loop, Context worker, Context closed) {
    this.vertx = vertx;
    this.loop = loop;
    this.worker = worker;
    this.closed = closed;
    // what fails on purpose is not worth a line
    loop.exceptionHandler(e -> {});
    worker.exceptionHandler(e -> {});
  }

  public static void main(String[] arguments) throws Exception {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(3)
                .setBlockedThreadCheckInterval(100)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(150)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
    deploy(vertx, Echo.class, ThreadingModel.EVENT_LOOP);
    deploy(vertx, Idle.class, ThreadingModel.WORKER);
    for (int i = 0; i < CLIENTS; i++) {
      EchoClient.start(new Socket(InetAddress.getLoopbackAddress(), PORT.get()));
    }
    new VertxProgram(vertx, LOOP.get(), WORKER.get(), closed()).serve();
  }

  private static void deploy(Vertx vertx, Class<?> verticle, ThreadingModel model)
      throws Exception {
    await(
        vertx.deployVerticle(verticle.getName(), new DeploymentOptions().setThreadingModel(model)));
  }

  /** A context whose pool of workers takes nothing any more. */
  private static Context closed() throws Exception {
    Vertx other = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    Context context = other.getOrCreateContext();
    await(other.close());
    return context;
  }

  private static <T> void await(Future<T> future) throws Exception {
    future.toCompletionStage().toCompletableFuture().get();
  }

  /** A worker verticle that lends its context. */
  public static final class Idle extends AbstractVerticle {
    @Override
    public void start() {
      vertx.setPeriodic(TICK_MILLIS, tick -> {});
      WORKER.complete(context);
    }
  }

  /** A verticle that serves; deployed by name, as both lines of Vert.x can. */
  public static final class Echo extends AbstractVerticle {
    @Override
    public void start(Promise<@Nullable Void> started) {
      vertx.setPeriodic(TICK_MILLIS, tick -> {});
      vertx
          .createNetServer()
          .connectHandler(socket -> socket.handler(socket::write))
          .listen(0, "127.0.0.1")
          .onSuccess(
              server -> {
                PORT.complete(server.actualPort());
                LOOP.complete(context);
                started.complete();
              })
          .onFailure(started::fail);
    }
  }

  @Override
  public void doAll(TypeCounts counts, int tasks) throws Exception {
    counts.expect(tasks * 5);
    for (int i = 0; i < tasks; i++) {
      boolean fails = i % 10 == 0;
      long delay = 1L + i % 20;
      loop.runOnContext(new CountedHandler(counts, fails));
      loop.runOnContext(any -> vertx.setTimer(delay, new CountedTimer(counts, fails)));
      worker.runOnContext(new CountedWorkerHandler(counts, fails));
      loop.executeBlocking(new CountedWork(counts, fails), true);
      worker.executeBlocking(new CountedUnorderedWork(counts, fails), false);
    }
    counts.awaitAll();
  }

  @Override
  public int refuse(int tasks) {
    int refused = 0;
    for (int i = 0; i < tasks; i++) {
      try {
        Future<String> work = closed.executeBlocking(() -> "never done", false);
        refused += work.failed() ? 1 : 0; // Vert.x 4.5
      } catch (RejectedExecutionException expected) {
        refused++; // Vert.x 5
      }
    }
    return refused;
  }

  @Override
  public void blockOne(long millis) throws Exception {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    loop.runOnContext(
        any -> {
          FrameworkProgram.block(millis);
          over.complete(null);
        });
    over.get();
  }

  private record CountedHandler(TypeCounts counts, boolean fails) implements Handler<Void> {
    @Override
    public void handle(Void nothing) {
      counts.run(this, fails);
    }
  }

  private record CountedWorkerHandler(TypeCounts counts, boolean fails) implements Handler<Void> {
    @Override
    public void handle(Void nothing) {
      counts.run(this, fails);
    }
  }

  private record CountedTimer(TypeCounts counts, boolean fails) implements Handler<Long> {
    @Override
    public void handle(Long id) {
      counts.run(this, fails);
    }
  }

  private record CountedWork(TypeCounts counts, boolean fails) implements Callable<String> {
    @Override
    public String call() {
      counts.run(this, fails);
      return "done";
    }
  }

  private record CountedUnorderedWork(TypeCounts counts, boolean fails)
      implements Callable<String> {
    @Override
    public String call() {
      counts.run(this, fails);
      return "done";
    }
  }
}
