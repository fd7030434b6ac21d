package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.agent.start.AgentContext;
import dev.loopscope.agent.start.AgentOptions;
import java.io.IOException;
import java.lang.reflect.Proxy;
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
    FeedComponent component = new FeedComponent(failing(port));
    assertThatThrownBy(component::start).hasMessage("as asked");
    try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(again.isBound()).isTrue();
    }
    component.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A session that has options and fails in everything else. */
  private static AgentContext failing(int port) {
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
              throw new IllegalStateException("as asked");
            });
  }
}
