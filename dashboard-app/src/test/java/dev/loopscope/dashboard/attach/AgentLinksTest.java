package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.handshake.HandshakeException;
import dev.loopscope.protocol.handshake.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AgentLinksTest {

  private static final Bye BYE = new Bye(2_000, Bye.Reason.DETACHED, "");

  @Test
  void agentThatCallsBackWithTheTokenIsTaken() throws Exception {
    AgentLinks links = new AgentLinks((pid, options) -> inBackground(options));
    try (AgentLink link = links.attach(4711)) {
      assertThat(link.hello()).isEqualTo(FakeAgent.HELLO);
      link.requestDetach();
      assertThat(link.read()).isEqualTo(BYE);
      assertThat(link.read()).isNull();
    }
  }

  @Test
  void strangerOnThePortIsTurnedAwayAndTheAgentStillTaken() throws Exception {
    AgentLinks links =
        new AgentLinks(
            (pid, options) -> {
              int port = FakeAgent.port(options);
              try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger
                    .getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".repeat(10).getBytes(StandardCharsets.US_ASCII));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              inBackground(options);
            });
    try (AgentLink link = links.attach(4711)) {
      assertThat(link.hello().process().pid()).isEqualTo(4711);
    }
  }

  @Test
  void loaderFailureReachesTheCallerAsItIs() {
    AgentLinks links =
        new AgentLinks(
            (pid, options) -> {
              throw new AttachFailedException("There is no process 1.");
            });
    assertThatThrownBy(() -> links.attach(1)).hasMessage("There is no process 1.");
  }

  @Test
  void tokenFitsIntoTheArgumentsOfAnAttach() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    AgentLinks links =
        new AgentLinks(
            (pid, options) -> {
              seen.complete(options);
              throw new AttachFailedException("enough");
            });
    assertThatThrownBy(() -> links.attach(1)).hasMessage("enough");
    assertThat(seen.get()).hasSizeLessThan(1_024).startsWith("connect=127.0.0.1:");
  }

  @Test
  void listeningAgentIsReachedByItsToken() throws Exception {
    Token token = Token.random();
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> agent = serve(server, token);
      try (AgentLink link = connect(server, token)) {
        assertThat(link.hello()).isEqualTo(FakeAgent.HELLO);
        link.requestDetach();
        assertThat(link.read()).isEqualTo(BYE);
      }
      agent.join();
    }
  }

  @Test
  void wrongTokenIsRefusedWithASentence() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> agent = serve(server, Token.random());
      assertThatThrownBy(() -> connect(server, Token.random()))
          .isInstanceOf(HandshakeException.class)
          .hasMessageContaining("Wrong token");
      assertThat(agent).failsWithin(Duration.ofSeconds(10));
    }
  }

  @Test
  void addressWhereNobodyAnswersIsExplained() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    AgentLinks links = new AgentLinks((pid, options) -> {});
    assertThatThrownBy(() -> links.connect("127.0.0.1", port, Token.random()))
        .isInstanceOf(AttachFailedException.class)
        .hasMessageContaining("No agent answers at 127.0.0.1:" + port)
        .hasMessageContaining("listen=" + port);
  }

  private static AgentLink connect(ServerSocket server, Token token) throws IOException {
    return new AgentLinks((pid, options) -> {}).connect("127.0.0.1", server.getLocalPort(), token);
  }

  private static CompletableFuture<Void> serve(ServerSocket server, Token token) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            converse(FakeAgent.on(server.accept(), token));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void inBackground(String options) {
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(
            () -> {
              try {
                converse(FakeAgent.callBack(options));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** Says hello, and good-bye when asked to leave. */
  private static void converse(FakeAgent agent) throws IOException {
    try (agent) {
      agent.send(FakeAgent.HELLO);
      if (agent.receive() instanceof Command.Detach) {
        agent.send(BYE);
      }
    }
  }
}
