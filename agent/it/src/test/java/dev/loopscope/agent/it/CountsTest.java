package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent's totals are those the watched program counted itself. */
class CountsTest {
  private static final int TASKS = 4000;

  @TempDir Path directory;

  @ParameterizedTest(name = "Netty {1} {2} on JDK {0}")
  @CsvSource({
    "17, 4.1, nio", "17, 4.1, epoll", "17, 4.2, nio", "17, 4.2, epoll",
    "25, 4.1, nio", "25, 4.1, epoll", "25, 4.2, nio", "25, 4.2, epoll",
    "17, 4.1.100, nio", "17, 4.1.100, epoll", "25, 4.1.100, nio", "25, 4.1.100, epoll",
  })
  void nettyServerUnderLoadAgreesWithTheAgent(int feature, String line, String transport)
      throws Exception {
    Path netty = TargetJvm.netty(line);
    try (TargetJvm target =
        TargetJvm.start(jdk(feature), netty, List.of(), NettyProgram.class, transport)) {
      target.loadAgent(recording());
      assertThat(target.ask("status")).isEqualTo("watching");

      target.awaitSame("probe", target.ask("work " + TASKS));

      assertThat(target.ask("loops")).contains("netty-" + transport).endsWith("errors=0");
    }
  }

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void scheduledPoolAgreesWithTheAgent(int feature) throws Exception {
    Path nothing = directory.resolve("no-libraries");
    try (TargetJvm target = TargetJvm.start(jdk(feature), nothing, List.of(), PoolProgram.class)) {
      target.loadAgent(recording());

      target.awaitSame("probe", target.ask("work " + TASKS));

      assertThat(target.ask("loops"))
          .contains("scheduled-pool:pool-1-thread-1", "selector:hand-written-loop")
          .endsWith("errors=0");
    }
  }

  private String recording() {
    return "record=" + directory.resolve("session.loopscope");
  }

  static Jdk jdk(int feature) throws IOException {
    Optional<Jdk> found = Jdk.find(feature);
    String reason = "no JDK " + feature + " beside this one nor in JAVA" + feature + "_HOME";
    if (found.isEmpty()) {
      System.out.println("skipped: " + reason);
    }
    assumeTrue(found.isPresent(), reason);
    return found.orElseThrow();
  }
}
