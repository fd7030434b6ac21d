package dev.loopscope.dashboard.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions.Loop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameworkTest {

  @ParameterizedTest
  @CsvSource({
    "netty-nio, Netty 4.1.135, NETTY, Netty 4.1.135",
    "vertx-worker, Vert.x 4.5.34, VERTX, Vert.x 4.5.34",
    "selector, Jetty 12.0.1, SELECTOR, Jetty 12.0.1",
    "selector, JDK 17.0.15+6, SELECTOR, Selector loops",
    "scheduled-pool, JDK 17.0.15+6, POOL, Thread pools",
    "carrier, JDK 25, VIRTUAL_THREADS, Virtual threads",
    "swing, '', SWING, Swing",
    "game-loop, '', OTHER, game-loop",
    "'', '', OTHER, Other loops",
  })
  void loopIsCalledWhatItsUsersCallIt(
      String kind, String detail, FrameworkFamily family, String name) {
    assertThat(Framework.of(new Loop(1, "t", "t", kind, 1, detail)))
        .isEqualTo(new Framework(family, name));
  }
}
