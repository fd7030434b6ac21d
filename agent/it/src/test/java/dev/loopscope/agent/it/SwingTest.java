package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event queue of Swing, watched without a display. */
class SwingTest {
  private static final int TASKS = 3000;
  private static final int BLOCK_MILLIS = 700;

  /** Of windows' threads, unless it is said otherwise. */
  private static final long LIMIT_NANOS = 100_000_000;

  /** For a program that has to seem to have a window. */
  private static final String OPENED = "--add-opens=java.desktop/sun.awt=ALL-UNNAMED";

  @TempDir Path directory;

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void eventQueueAgreesWithTheAgent(int feature) throws Exception {
    Path file = directory.resolve("session.loopscope");
    try (TargetJvm target = start(feature)) {
      target.ask("work 100");
      WovenCode code = WovenCode.of(target, feature, directory, List.of("java.awt.EventQueue"));
      target.loadAgent("record=" + file);
      code.assertWoven();
      assertThat(target.ask("loops")).contains("swing:AWT-EventQueue-0");

      target.awaitSame("probe", target.ask("work " + TASKS));

      assertThat(target.ask("loops"))
          .contains("SwingProgram$CountingEvent", "SwingProgram$MergeableEvent")
          .endsWith("errors=0");
      target.ask("block " + BLOCK_MILLIS);
      target.loadAgent("detach");

      target.awaitAnswer("threads", threads -> !threads.contains("loopscope-"));
      assertThat(code.assertAsBefore("work 100")).startsWith("submitted=");
    }
    RecordedTypes recorded = new RecordedTypes(file);
    assertThat(recorded.culprits()).contains(FrameworkProgram.class.getName() + ".block");
    assertThat(recorded.stalls).allMatch(stall -> stall.limitNanos() == LIMIT_NANOS);
    // a dialog gives a task from inside a task
    assertThat(recorded.tasksWithParent()).hasSizeGreaterThanOrEqualTo(TASKS / 100);
  }

  private TargetJvm start(int feature) throws Exception {
    Path nothing = directory.resolve("no-libraries");
    return TargetJvm.start(CountsTest.jdk(feature), nothing, List.of(OPENED), SwingProgram.class);
  }
}
