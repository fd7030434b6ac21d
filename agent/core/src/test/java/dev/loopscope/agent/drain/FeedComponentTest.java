package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.agent.start.AgentContext;
import dev.loopscope.agent.start.AgentOptions;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeedComponentTest {

  @Test
  void aFeedThatCannotBeMadeLeavesNoPortOpen() throws IOException {
    int port = freePort();
    FeedComponent component = new FeedComponent(context(port, Map.of()));
    assertThatThrownBy(component::open).hasMessage("as asked");
    assertIsFree(port);
    component.close();
  }

  @Test
  void aFeedThatWasOpenedAndNeverStartedLeavesNoPortOpen() throws IOException {
    int port = freePort();
    FeedComponent component = new FeedComponent(context(port, ANSWERS));
    component.open();
    assertThatThrownBy(() -> assertIsFree(port)).isInstanceOf(BindException.class);
    component.close();
    assertIsFree(port);
  }

  private static final Map<String, Object> ANSWERS =
      Map.of(
          "settings", Settings.DEFAULT, "sources", List.of(), "owners", List.of(), "version", "1");

  private static void assertIsFree(int port) throws IOException {
    try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(again.isBound()).isTrue();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A session that has options and these answers, and fails in everything else. */
  private static AgentContext context(int port, Map<String, Object> answers) {
    AgentOptions options =
        new AgentOptions(
            new AgentOptions.Listen(port, "ab".repeat(16)),
            AgentOptions.DEFAULT_LIMIT_NANOS,
            Map.of(),
            Map.of(),
            List.of(),
            AgentOptions.DEFAULT_BUDGET_PER_SECOND,
            Set.of(),
            Set.of(),
            List.of(),
            0);
    return (AgentContext)
        Proxy.newProxyInstance(
            AgentContext.class.getClassLoader(),
            new Class<?>[] {AgentContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("options")) {
                return options;
              }
              Object answer = answers.get(method.getName());
              if (answer == null) {
                throw new IllegalStateException("as asked");
              }
              return answer;
            });
  }
}
