package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One body for every framework: lanes and tasks have the names that users know, counts are those of
 * the program, a block has its culprit, and after detach the program is as it was.
 */
class FrameworkTest {
  private static final int TASKS = 1000;

  /** Long enough to be seen while it lasts on a machine that has much else to do. */
  private static final int BLOCK_MILLIS = 1500;

  @TempDir Path directory;

  static Stream<FrameworkCase> cases() {
    return FrameworkCase.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void loopsTasksAndBlocksAreNamedAndDetachLeavesNothing(FrameworkCase framework) throws Exception {
    Path file = directory.resolve("session.loopscope");
    @Nullable String before = null;
    try (TargetJvm target = framework.start()) {
      target.ask("types 20"); // what frameworks make when they are first used is there
      String threads = target.ask("threads");
      before = digest(framework, target);
      target.loadAgent("record=" + file + ",budget=1000000000,limit=100ms");
      assertThat(target.ask("status")).isEqualTo("watching");

      String own = target.ask("types " + TASKS);
      target.ask("block " + BLOCK_MILLIS);
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
      assertThat(recorded.errors).isZero();
      target.awaitSame("threads", threads);
      assertThat(target.ask("types " + TASKS)).as("it works on").isEqualTo(own);
      assertThat(digest(framework, target)).isEqualTo(before);
    }
  }

  /** Bytes of woven classes; newer JDKs hand out the original file, so only 17 can show them. */
  private String digest(FrameworkCase framework, TargetJvm target) throws Exception {
    if (framework.feature() != 17) {
      return "";
    }
    target.load(CaptureAgent.jar(directory), "");
    List<String> words = new ArrayList<>(List.of("digest"));
    words.addAll(framework.woven());
    return target.ask(String.join(" ", words));
  }
}
