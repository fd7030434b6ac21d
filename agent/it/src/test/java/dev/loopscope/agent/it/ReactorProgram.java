package dev.loopscope.agent.it;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * An HTTP server with clients that never stop, whose handlers give tasks and timers to their own
 * loops. Written against what Reactor Netty 1.1 and newer ones have in common.
 */
public final class ReactorProgram implements FrameworkProgram {
  private static final int CLIENTS = 2;
  private static final int AT_A_TIME = 8;
  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client;
  private volatile @Nullable TypeCounts counting;

  private ReactorProgram() {
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .route(
                routes ->
                    routes
                        .get("/hello", (request, response) -> response.sendString(text("hello")))
                        .get("/task/{number}", this::giveTasks)
                        .get("/block/{millis}", ReactorProgram::block))
            .bindNow();
    client = HttpClient.create().host("127.0.0.1").port(server.port());
  }

  public static void main(String[] arguments) throws Exception {
    ReactorProgram program = new ReactorProgram();
    for (int i = 0; i < CLIENTS; i++) {
      program.get("/hello").delayElement(PAUSE).repeat().subscribe();
    }
    program.serve();
  }

  private static Mono<String> text(String words) {
    return Mono.just(words);
  }

  private Mono<String> get(String path) {
    return client.get().uri(path).responseContent().aggregate().asString();
  }

  private Publisher<Void> giveTasks(HttpServerRequest request, HttpServerResponse response) {
    TypeCounts counts = Objects.requireNonNull(counting);
    boolean fails = Integer.parseInt(Objects.requireNonNull(request.param("number"))) % 10 == 0;
    response.withConnection(
        connection -> {
          EventLoop loop = connection.channel().eventLoop();
          loop.execute(new CountedTask(counts, fails));
          loop.schedule(new CountedTimer(counts, fails), 1, TimeUnit.MILLISECONDS);
        });
    return response.sendString(text("given"));
  }

  private static Publisher<Void> block(HttpServerRequest request, HttpServerResponse response) {
    FrameworkProgram.block(Long.parseLong(Objects.requireNonNull(request.param("millis"))));
    return response.sendString(text("over"));
  }

  @Override
  public void doAll(TypeCounts counts, int tasks) throws InterruptedException {
    counting = counts;
    counts.expect(tasks * 2);
    Flux.range(0, tasks).flatMap(i -> get("/task/" + i), AT_A_TIME).blockLast(PATIENCE);
    counts.awaitAll();
  }

  @Override
  public void blockOne(long millis) {
    get("/block/" + millis).block(PATIENCE);
  }

  private record CountedTask(TypeCounts counts, boolean fails) implements Runnable {
    @Override
    public void run() {
      counts.run(this, fails);
    }
  }

  private record CountedTimer(TypeCounts counts, boolean fails) implements Runnable {
    @Override
    public void run() {
      counts.run(this, fails);
    }
  }
}
