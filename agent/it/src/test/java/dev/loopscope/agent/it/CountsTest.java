package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
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
    String own;
    try (TargetJvm target =
        TargetJvm.start(jdk(feature), netty, List.of(), NettyProgram.class, transport)) {
      target.ask("work 100"); // what Netty makes when it is first used is there
      String threads = target.ask("threads");
      WovenCode code = WovenCode.of(target, feature, directory, WOVEN);
      target.loadAgent(recording());
      assertThat(target.ask("status")).isEqualTo("watching");

      own = target.ask("work " + TASKS);
      target.awaitSame("probe", own);

      assertThat(target.ask("loops")).contains("netty-" + transport).endsWith("errors=0");
      code.assertWoven();
      target.ask("block " + BLOCK_MILLIS);
      target.loadAgent("detach");
      target.awaitSame("threads", threads);
      assertThat(code.assertAsBefore("work 1000")).startsWith("submitted=5002 ");
    }
    Path file = directory.resolve("session.loopscope");
    assertThat(RecordingTotals.of(file).inWords()).as("with the block").isEqualTo(oneMore(own));
    RecordedTypes recorded = new RecordedTypes(file);
    if (!line.equals("4.1.100")) { // which lacks some methods that others have
      assertWovenOrAbsent(recorded.coverage, transport.equals("epoll"));
    }
    assertThat(recorded.loops.values().stream().map(Definitions.Loop::kind))
        .filteredOn(kind -> kind.startsWith("netty-"))
        .as("both loops of the group, by what they wait in")
        .containsExactly("netty-" + transport, "netty-" + transport);
    assertThat(recorded.culprits()).contains(FrameworkProgram.class.getName() + ".block");
  }

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void tasksOverIoUringAreCountedAndTheRestIsToldAsNotSeen(int feature) throws Exception {
    String own;
    try (TargetJvm target =
        TargetJvm.start(
            jdk(feature), TargetJvm.netty("4.2"), List.of(), NettyProgram.class, "io_uring")) {
      assumeAllowed(target);
      target.ask("work 100");
      String threads = target.ask("threads");
      WovenCode code = WovenCode.of(target, feature, directory, WOVEN);
      target.loadAgent(recording());
      code.assertWoven();

      own = target.ask("work " + TASKS);
      target.awaitSame("probe", own);

      target.ask("block " + BLOCK_MILLIS);
      assertThat(target.ask("loops")).endsWith("errors=0");
      target.loadAgent("detach");
      target.awaitSame("threads", threads);
      assertThat(code.assertAsBefore("work 1000")).startsWith("submitted=5002 ");
    }
    Path file = directory.resolve("session.loopscope");
    assertThat(RecordingTotals.of(file).inWords()).as("with the block").isEqualTo(oneMore(own));
    RecordedTypes recorded = new RecordedTypes(file);
    assertThat(recorded.loops.values())
        .hasSize(2)
        .allMatch(loop -> loop.kind().startsWith("netty") && loop.detail().startsWith("Netty 4.2"));
    assertThat(recorded.culprits()).contains(FrameworkProgram.class.getName() + ".block");
    assertThat(recorded.coverage.points())
        .filteredOn(point -> point.state() == PointState.UNCOVERED)
        .extracting(Coverage.Point::point)
        .contains("io_uring transport");
  }

  private static void assumeAllowed(TargetJvm target) {
    List<String> refusals =
        target.output().stream().filter(l -> l.startsWith(NettyTransport.REFUSED)).toList();
    refusals.forEach(refusal -> System.out.println("skipped: " + refusal));
    assumeTrue(refusals.isEmpty(), refusals.toString());
  }

  /** The program's own counts, with one more task that was done. */
  private static String oneMore(String own) {
    return Pattern.compile("(submitted|done)=(\\d+)")
        .matcher(own)
        .replaceAll(found -> found.group(1) + '=' + (Long.parseLong(found.group(2)) + 1));
  }

  /** Every point of Netty is woven but those of the transport that is not there. */
  private static void assertWovenOrAbsent(Coverage coverage, boolean epoll) {
    assertThat(coverage.points())
        .filteredOn(point -> point.plugin().equals("netty"))
        .isNotEmpty()
        .allSatisfy(
            point -> {
              String at = point.location();
              boolean absent =
                  epoll
                      ? at.startsWith("AbstractNio")
                      : at.startsWith("Native.") || at.startsWith("AbstractEpoll");
              assertThat(point.state())
                  .as(point.toString())
                  .isEqualTo(absent ? PointState.ABSENT : PointState.WOVEN);
            });
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
