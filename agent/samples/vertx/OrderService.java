package com.example.orders;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/**
 * Orders over HTTP on Vert.x 5, in one file, with a customer in the same process. {@code GET /order}
 * leaves the saving to a worker, as it should be; {@code GET /invoice} renders on the event loop
 * that serves it, and blocks it.
 *
 * <pre>java -cp 'vertx-jars/*' OrderService.java</pre>
 */
public final class OrderService {
  private static final long TOO_LONG_MILLIS = 100;

  private OrderService() {}

  /** Serves until standard input closes. */
  public static void main(String[] arguments) throws Exception {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(3)
                .setMaxEventLoopExecuteTime(TOO_LONG_MILLIS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS)
                .setBlockedThreadCheckInterval(TOO_LONG_MILLIS)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS));
    vertx
        .deployVerticle(OrderVerticle.class, new DeploymentOptions())
        .toCompletionStage()
        .toCompletableFuture()
        .get();
    System.out.println("READY pid=" + ProcessHandle.current().pid());
    while (System.in.read() >= 0) {
      continue; // nothing is asked of it
    }
    System.exit(0);
  }

  /** Serves orders, and places some itself. */
  public static final class OrderVerticle extends AbstractVerticle {
    private static final long ORDER_MILLIS = 25;
    private static final long INVOICE_MILLIS = 2_000;

    @Override
    public void start(Promise<Void> started) {
      vertx
          .createHttpServer()
          .requestHandler(this::serve)
          .listen(0, "127.0.0.1")
          .onSuccess(
              server -> {
                Customer customer = new Customer(vertx.createHttpClient(), server.actualPort());
                vertx.setPeriodic(ORDER_MILLIS, tick -> customer.get("/order"));
                vertx.setPeriodic(INVOICE_MILLIS, tick -> customer.get("/invoice"));
                started.complete();
              })
          .onFailure(started::fail);
    }

    private void serve(HttpServerRequest request) {
      if (request.path().equals("/invoice")) {
        request.response().end(new Invoice().render());
        return;
      }
      vertx
          .executeBlocking(new OrderStore()::save)
          .onSuccess(number -> request.response().end("order " + number + "\n"));
    }
  }

  /** Asks for orders and invoices. */
  private record Customer(HttpClient client, int port) {
    void get(String path) {
      client
          .request(HttpMethod.GET, port, "127.0.0.1", path)
          .compose(request -> request.send())
          .compose(HttpClientResponse::body)
          .onFailure(failure -> System.out.println("no answer: " + failure));
    }
  }

  /** Slow, but on a worker: that is what workers are for. */
  private static final class OrderStore {
    long save() throws InterruptedException {
      Thread.sleep(5);
      return System.nanoTime();
    }
  }

  /** Slow, and on the event loop. */
  private static final class Invoice {
    String render() {
      try {
        Thread.sleep(260);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return "invoice\n";
    }
  }
}
