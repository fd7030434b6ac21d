package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Warning;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One body for every framework: lanes and tasks have the names that users know, counts are those of
 * the program, a block has its culprit, and after detach the program is as it was.
 */
class FrameworkTest {
  private static final int TASKS = 1000;
  private static final int REFUSED = 20;

  /** Long enough to be seen while it lasts on a machine that has much else to do. */
  private static final int BLOCK_MILLIS = 1500;

  /** What the pool beneath a framework tells of refused tasks. */
  private static final String REFUSALS = "RejectedExecutionHandler";

  @TempDir Path directory;

  static Stream<FrameworkCase> cases() {
    return FrameworkCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void loopsTasksAndBlocksAreNamedAndDetachLeavesNothing(FrameworkCase framework) throws Exception {
    Path file = directory.resolve("session.loopscope");
    try (TargetJvm target = framework.start()) {
      target.ask("types 20"); // what frameworks make when they are first used is there
      String threads = target.ask("threads");
      WovenCode code = WovenCode.of(target, framework.feature(), directory, framework.woven());
      target.loadAgent(
          "record="
              + file
              + ",budget=1000000000,limit=100ms"
              + ",limit.pekko-dispatcher=100ms,limit.coroutines-dispatcher=100ms");
      assertThat(target.ask("status")).isEqualTo("watching");
      code.assertWoven();

      String own = target.ask("types " + TASKS);
      target.ask("block " + BLOCK_MILLIS);
      if (framework.refuses()) {
        assertThat(target.ask("refuse " + REFUSED)).isEqualTo("refused=" + REFUSED);
        target.awaitSame("refused", "refused=" + REFUSED);
      }
      String lanes = target.ask("loops");
      target.loadAgent("detach");

      framework.lanes().forEach(lane -> assertThat(lanes).containsPattern(lane));
      assertThat(lanes).endsWith("errors=0");
      RecordedTypes recorded = new RecordedTypes(file);
      assertThat(recorded.inWords(framework.program())).isEqualTo(own);
      assertThat(recorded.culprits())
          .as("of %s", recorded.stalls)
          .contains(FrameworkProgram.class.getName() + ".block");
      for (String lane : framework.lanes()) {
        assertThat(recorded.loopsNamed(lane))
            .isNotEmpty()
            .allSatisfy(loop -> assertThat(loop.detail()).matches(framework.detail()));
      }
      assertWarned(framework, recorded);
      if (framework.program().equals(VertxProgram.class)) {
        assertTimersAndOrder(recorded);
        assertVerticlesNamed(recorded);
      }
      assertThat(recorded.errors).isZero();
      target.awaitSame("threads", threads);
      assertThat(code.assertAsBefore("types " + TASKS)).as("it works on").isEqualTo(own);
    }
  }

  /** Timers of Vert.x know when they were due; work in an ordered queue never overlaps. */
  private static void assertTimersAndOrder(RecordedTypes recorded) {
    assertThat(recorded.runsOf(VertxProgram.class, "CountedTimer"))
        .hasSize(TASKS)
        .allMatch(run -> run.kind() == RunKind.TIMER && run.dueNanos() != 0);
    List<Run> ordered = recorded.runsOf(VertxProgram.class, "CountedWork");
    assertThat(ordered).hasSize(TASKS);
    for (int i = 1; i < TASKS; i++) {
      assertThat(ordered.get(i).startNanos()).isGreaterThanOrEqualTo(ordered.get(i - 1).endNanos());
    }
  }

  /**
   * What a verticle has its context do is named by the verticle's class, on either kind of loop.
   */
  private static void assertVerticlesNamed(RecordedTypes recorded) {
    String lambda = "$$Lambda";
    assertThat(recorded.typesOn("vertx-eventloop"))
        .anyMatch(type -> type.startsWith(VertxProgram.Echo.class.getName() + lambda));
    assertThat(recorded.typesOn("vertx-worker"))
        .anyMatch(type -> type.startsWith(VertxProgram.Idle.class.getName() + lambda));
  }

  /** The framework's own watcher and ours tell of the same block. */
  private static void assertWarned(FrameworkCase framework, RecordedTypes recorded) {
    List<Warning> warnings =
        recorded.warnings.stream().filter(warning -> !warning.source().equals(REFUSALS)).toList();
    if (framework.warning().isEmpty()) {
      assertThat(warnings).isEmpty();
      return;
    }
    Set<Integer> blocked =
        recorded.stalls.stream().map(stall -> stall.loop()).collect(Collectors.toSet());
    assertThat(warnings)
        .isNotEmpty()
        .allSatisfy(warning -> assertThat(warning.text()).matches(framework.warning()))
        .anySatisfy(warning -> assertThat(blocked).contains(warning.loop()));
  }
}
