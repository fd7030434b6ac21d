package dev.loopscope.dashboard.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    webhook = new Webhook(new HttpTransport(), List.of(Duration.ofMillis(1), Duration.ofMillis(2)));
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
            List.of())) {
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

  private String next() throws InterruptedException {
    String body = received.poll(30, TimeUnit.SECONDS);
    assertThat(body).isNotNull();
    return body;
  }
}
