package dev.loopscope.protocol.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Version;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandshakeTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(200);

  private Socket agent = new Socket();
  private Socket dashboard = new Socket();

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      agent = new Socket(server.getInetAddress(), server.getLocalPort());
      dashboard = server.accept();
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    agent.close();
    dashboard.close();
  }

  private CompletableFuture<Version> asAgent(Token token) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Handshake.asAgent(agent, token, LIMIT);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }

  @Test
  void bothSidesMeetWithTheSameToken() throws IOException {
    Token token = Token.random();
    CompletableFuture<Version> other = asAgent(Token.of(token.reveal()));

    assertThat(Handshake.asDashboard(dashboard, token, LIMIT)).isEqualTo(Version.CURRENT);
    assertThat(other.join()).isEqualTo(Version.CURRENT);
    assertThat(dashboard.getSoTimeout()).isZero();
  }

  @Test
  void whatFollowsTheHandshakeIsNotSwallowed() throws IOException {
    Token token = Token.random();
    CompletableFuture<Void> sent = asAgent(token).thenRun(() -> send(agent, "frame"));

    Handshake.asDashboard(dashboard, token, LIMIT);

    assertThat(dashboard.getInputStream().readNBytes(5))
        .isEqualTo("frame".getBytes(StandardCharsets.US_ASCII));
    sent.join();
  }

  @Test
  void bothSidesNoticeAWrongToken() {
    CompletableFuture<Version> other = asAgent(Token.random());

    assertThatThrownBy(() -> Handshake.asDashboard(dashboard, Token.random(), LIMIT))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining("Wrong token");
    assertThatThrownBy(other::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(HandshakeException.class);
  }

  @Test
  void somethingElseIsNotAnAgent() {
    send(agent, "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n");

    assertRefused("not a Loopscope agent");
  }

  @Test
  void dashboardIsNotAnAgent() throws IOException {
    agent.getOutputStream().write(Greeting.of(Role.DASHBOARD, Version.CURRENT).bytes());

    assertRefused("not a Loopscope agent");
  }

  @Test
  void proofSentBackProvesNothing() throws IOException {
    CompletableFuture<byte[]> echo =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                agent.getOutputStream().write(Greeting.of(Role.AGENT, Version.CURRENT).bytes());
                agent.getInputStream().readNBytes(Greeting.BYTES);
                byte[] proof = agent.getInputStream().readNBytes(32);
                agent.getOutputStream().write(proof);
                return proof;
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });

    assertRefused("Wrong token");
    assertThat(echo.join()).hasSize(32);
  }

  @Test
  void newerMajorIsRefused() throws IOException {
    agent.getOutputStream().write(Greeting.of(Role.AGENT, new Version(2, 0)).bytes());

    assertRefused("speaks protocol 2.0");
  }

  @Test
  void silenceEndsInTime() {
    assertThatThrownBy(() -> Handshake.asDashboard(dashboard, Token.random(), SHORT))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining("did not send its greeting in time");
  }

  @Test
  void closedConnectionIsReported() throws IOException {
    agent.close();

    assertThatThrownBy(() -> Handshake.asDashboard(dashboard, Token.random(), LIMIT))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shortTokenIsRefused() {
    assertThatThrownBy(() -> Token.of("secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 16");
  }

  @Test
  void tokenDoesNotShowInItsText() {
    Token token = Token.random();

    assertThat(token.toString()).doesNotContain(token.reveal());
    assertThat(token.reveal()).hasSize(32);
  }

  private void assertRefused(String sentence) {
    assertThatThrownBy(() -> Handshake.asDashboard(dashboard, Token.random(), LIMIT))
        .isInstanceOf(HandshakeException.class)
        .hasMessageContaining(sentence);
  }

  private static void send(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
