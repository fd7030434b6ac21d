package dev.loopscope.agent.it;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Spring WebFlux on Reactor Netty, with clients that never stop, whose handler functions give tasks
 * and timers to their own loops.
 */
public final class WebFluxProgram implements FrameworkProgram {
  private static final int CLIENTS = 2;
  private static final int AT_A_TIME = 8;
  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client;
  private volatile @Nullable TypeCounts counting;

  private WebFluxProgram() {
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .handle(
                new ReactorHttpHandlerAdapter(
                    RouterFunctions.toHttpHandler(
                        route(GET("/hello"), request -> answer("hello"))
                            .andRoute(GET("/task/{number}"), this::giveTasks)
                            .andRoute(GET("/block/{millis}"), WebFluxProgram::block))))
            .bindNow();
    client = HttpClient.create().host("127.0.0.1").port(server.port());
  }

  public static void main(String[] arguments) throws Exception {
    WebFluxProgram program = new WebFluxProgram();
    for (int i = 0; i < CLIENTS; i++) {
      program.get("/hello").delayElement(PAUSE).repeat().subscribe();
    }
    program.serve();
  }

  private static Mono<ServerResponse> answer(String words) {
    return ServerResponse.ok().bodyValue(words);
  }

  private Mono<String> get(String path) {
    return client.get().uri(path).responseContent().aggregate().asString();
  }

  private Mono<ServerResponse> giveTasks(ServerRequest request) {
    TypeCounts counts = Objects.requireNonNull(counting);
    boolean fails = Integer.parseInt(request.pathVariable("number")) % 10 == 0;
    HttpServerRequest beneath =
        ServerHttpRequestDecorator.getNativeRequest(request.exchange().getRequest());
    beneath.withConnection(
        connection -> {
          EventLoop loop = connection.channel().eventLoop();
          loop.execute(new CountedTask(counts, fails));
          loop.schedule(new CountedTimer(counts, fails), 1, TimeUnit.MILLISECONDS);
        });
    return answer("given");
  }

  private static Mono<ServerResponse> block(ServerRequest request) {
    FrameworkProgram.block(Long.parseLong(request.pathVariable("millis")));
    return answer("over");
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
