package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
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
  private static final int BLOCK_MILLIS = 500;
  private static final String SELECTOR = "sun.nio.ch.SelectorImpl";
  private static final String SCHEDULED = "java.util.concurrent.ScheduledThreadPoolExecutor";

  private static final List<String> WOVEN =
      List.of(
          "io.netty.util.concurrent.SingleThreadEventExecutor",
          "io.netty.util.concurrent.AbstractEventExecutor",
          "io.netty.util.concurrent.PromiseTask",
          "java.util.concurrent.FutureTask");

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
      target.ask("work 100"); // what Netty makes when it is first used is there
      String threads = target.ask("threads");
      WovenCode code = WovenCode.of(target, feature, directory, WOVEN);
      target.loadAgent(recording());
      assertThat(target.ask("status")).isEqualTo("watching");

      target.awaitSame("probe", target.ask("work " + TASKS));

      assertThat(target.ask("loops")).contains("netty-" + transport).endsWith("errors=0");
      code.assertWoven();
      target.ask("block " + BLOCK_MILLIS);
      target.loadAgent("detach");
      target.awaitSame("threads", threads);
      assertThat(code.assertAsBefore("work 1000")).startsWith("submitted=5001 ");
    }
    RecordedTypes recorded = new RecordedTypes(directory.resolve("session.loopscope"));
    assertThat(recorded.loops.values().stream().map(Definitions.Loop::kind))
        .filteredOn(kind -> kind.startsWith("netty-"))
        .as("both loops of the group, by what they wait in")
        .containsExactly("netty-" + transport, "netty-" + transport);
    assertThat(recorded.culprits()).contains(FrameworkProgram.class.getName() + ".block");
  }

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void scheduledPoolAgreesWithTheAgent(int feature) throws Exception {
    Path nothing = directory.resolve("no-libraries");
    try (TargetJvm target = TargetJvm.start(jdk(feature), nothing, List.of(), PoolProgram.class)) {
      target.ask("work 10");
      String threads = target.ask("threads");
      WovenCode code = WovenCode.of(target, feature, directory, List.of(SCHEDULED, SELECTOR));
      target.loadAgent(recording() + ",limit.scheduled-pool=100ms");
      code.assertWoven();

      target.awaitSame("probe", target.ask("work " + TASKS));

      assertThat(target.ask("loops"))
          .contains("scheduled-pool:pool-1-thread-1", "selector:hand-written-loop")
          .endsWith("errors=0");
      target.ask("block " + BLOCK_MILLIS);
      target.loadAgent("detach");
      target.awaitSame("threads", threads);
      assertThat(code.assertAsBefore("work 10")).startsWith("submitted=41 ");
    }
    RecordedTypes recorded = new RecordedTypes(directory.resolve("session.loopscope"));
    assertThat(recorded.culprits()).contains(FrameworkProgram.class.getName() + ".block");
    List<Run> timers = recorded.runsOfKind("scheduled-pool", RunKind.TIMER);
    assertThat(timers).as("timers that ran know when they were due").hasSizeGreaterThan(TASKS / 2);
    assertThat(timers).allMatch(run -> run.dueNanos() != 0 && run.startNanos() >= run.dueNanos());
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
