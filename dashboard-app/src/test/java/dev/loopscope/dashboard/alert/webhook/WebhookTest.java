package dev.loopscope.dashboard.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.plain.PlainTrace;
import dev.loopscope.dashboard.session.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

  private static final Alert ALERT =
      new Alert(
          3,
          AlertKind.BLOCKED,
          Frames.LOOP,
          1000 * Frames.MS,
          0,
          340 * Frames.MS,
          1,
          "worker-2 has been blocked for 340 ms",
          new AlertKey(AlertKind.BLOCKED, "worker", "com.example.ChatHandler.onMessage"));

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PlainTrace trace = new PlainTrace();
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private HttpServer server;
  private Webhook webhook;

  @BeforeEach
  void start() throws IOException {
    trace.accept(Frames.hello());
    trace.accept(Frames.names());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    List<Duration> rests = List.of(Duration.ofMillis(1), Duration.ofMillis(2));
    webhook = new Webhook(new HttpTransport(), rests, PATIENCE);
  }

  @AfterEach
  void stop() {
    mayAnswer.countDown();
    webhook.close();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      Integer status = answers.poll();
      exchange.getResponseHeaders().add("Location", "http://example.com/");
      exchange.sendResponseHeaders(status == null ? 204 : status, -1);
    }
  }

  private WebhookAddress address() {
    return WebhookAddress.of("http://127.0.0.1:" + server.getAddress().getPort() + "/alerts");
  }

  @Test
  void alertIsPostedAsJson() throws Exception {
    webhook.use(address());
    webhook.tell(trace, ALERT);
    JsonNode json = new ObjectMapper().readTree(next());
    assertThat(json.path("format").asInt()).isEqualTo(1);
    assertThat(json.path("rule").asText()).isEqualTo("blocked");
    assertThat(json.path("loop").asText()).isEqualTo("worker-2");
    assertThat(json.path("group").asText()).isEqualTo("worker");
    assertThat(json.path("what").asText()).isEqualTo("com.example.ChatHandler.onMessage");
    assertThat(json.path("sentence").asText()).isEqualTo("worker-2 has been blocked for 340 ms");
    assertThat(json.path("process").path("pid").asLong()).isEqualTo(4711);
    assertThat(json.path("epochNanos").asLong()).isEqualTo(Frames.EPOCH_NANOS + 1000 * Frames.MS);
    Await.until("it happens", () -> webhook.status().sent() == 1);
  }

  @Test
  void withoutAnAddressNothingIsSent() {
    webhook.tell(trace, ALERT);
    assertThat(webhook.status()).isEqualTo(new Webhook.Status(0, 0, 0, ""));
    webhook.use(address());
    webhook.use(null);
    webhook.tell(trace, ALERT);
    assertThat(received).isEmpty();
  }

  @Test
  void failureIsTriedAgainAndThenToldOf() throws Exception {
    answers.addAll(List.of(503, 500));
    webhook.use(address());
    webhook.tell(trace, ALERT);
    Await.until("it happens", () -> webhook.status().sent() == 1);
    assertThat(received).hasSize(3);

    answers.addAll(List.of(503, 503, 503));
    webhook.tell(trace, ALERT);
    Await.until("it happens", () -> webhook.status().failed() == 1);
    assertThat(received).hasSize(6);
    assertThat(webhook.status().problem())
        .isEqualTo(
            "An alert could not be sent to the webhook 127.0.0.1 (it answered 503). Check its"
                + " address in the settings.");
  }

  @Test
  void refusalAndRedirectAreNotTriedAgain() {
    answers.addAll(List.of(404, 302));
    webhook.use(address());
    webhook.tell(trace, ALERT);
    webhook.tell(trace, ALERT);
    Await.until("it happens", () -> webhook.status().failed() == 2);
    assertThat(received).hasSize(2);
    assertThat(webhook.status().problem()).contains("it answered 302");
  }

  @Test
  void whatComesWhenTooManyWaitIsDroppedAndCounted() {
    CountDownLatch sending = new CountDownLatch(1);
    try (Webhook slow =
        new Webhook(
            (uri, json) -> {
              sending.countDown();
              mayAnswer.await();
              return 200;
            },
            List.of(),
            PATIENCE)) {
      slow.use(address());
      slow.tell(trace, ALERT);
      Await.until("it happens", () -> sending.getCount() == 0);
      for (int i = 0; i < Webhook.MAX_WAITING + 2; i++) {
        slow.tell(trace, ALERT);
      }
      assertThat(slow.status().dropped()).isEqualTo(2);
      assertThat(slow.status().problem()).contains("is too slow: 2 alerts were not sent");
      mayAnswer.countDown();
      Await.until("it happens", () -> slow.status().sent() == Webhook.MAX_WAITING + 1);
    }
  }

  @Test
  void addressThatTheClientRefusesCostsItsPostsAndNotTheWebhook() throws Exception {
    AtomicBoolean odd = new AtomicBoolean(true);
    HttpTransport http = new HttpTransport();
    try (Webhook picky =
        new Webhook(
            (uri, json) -> {
              if (odd.getAndSet(false)) {
                throw new IllegalArgumentException("odd address");
              }
              return http.post(uri, json);
            },
            List.of(Duration.ofMillis(1)),
            PATIENCE)) {
      picky.use(address());
      picky.tell(trace, ALERT);
      Await.until("it is given up", () -> picky.status().failed() == 1);
      assertThat(picky.status().problem()).contains("(odd address)");
      assertThat(received).isEmpty();

      picky.tell(trace, ALERT);
      Await.until("the next one arrives", () -> picky.status().sent() == 1);
      assertThat(next()).contains("worker-2");
    }
  }

  @Test
  void whatWaitsForAnAddressIsNotSentToItOnceAnotherOneIsInUse() {
    Queue<URI> tried = new ConcurrentLinkedQueue<>();
    URI old = URI.create("https://old.example.com/");
    CountDownLatch sending = new CountDownLatch(1);
    try (Webhook held =
        new Webhook(
            (uri, json) -> {
              tried.add(uri);
              sending.countDown();
              mayAnswer.await();
              return uri.equals(old) ? 503 : 200;
            },
            List.of(Duration.ofMillis(1)),
            PATIENCE)) {
      held.use(new WebhookAddress(old));
      held.tell(trace, ALERT);
      held.tell(trace, ALERT);
      Await.until("the first is being sent", () -> sending.getCount() == 0);
      held.use(address());
      held.tell(trace, ALERT);
      mayAnswer.countDown();
      Await.until("the newest arrives", () -> held.status().sent() == 1);
      assertThat(tried).containsExactly(old, address().uri());
      assertThat(held.status().failed()).isZero();
    }
  }

  @Test
  void closingGivesWhatWaitsTheTimeToBeSent() {
    webhook.use(address());
    for (int i = 0; i < 3; i++) {
      webhook.tell(trace, ALERT);
    }
    webhook.close();
    assertThat(received).hasSize(3);
    assertThat(webhook.status().sent()).isEqualTo(3);
  }

  @Test
  void closingDoesNotWaitForEverForAReceiverThatDoesNotAnswer() {
    Webhook stuck =
        new Webhook(
            (uri, json) -> {
              mayAnswer.await();
              return 200;
            },
            List.of(),
            Duration.ofMillis(50));
    stuck.use(address());
    stuck.tell(trace, ALERT);
    assertTimeoutPreemptively(PATIENCE, stuck::close);
    assertThat(stuck.status().sent()).isZero();
  }

  private String next() throws InterruptedException {
    String body = received.poll(30, TimeUnit.SECONDS);
    assertThat(body).isNotNull();
    return body;
  }
}
