package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The application thread of JavaFX, watched without a display. */
class JavaFxTest {
  private static final int TASKS = 3000;
  private static final int BLOCK_MILLIS = 700;

  /** Of windows' threads, unless it is said otherwise. */
  private static final long LIMIT_NANOS = 100_000_000;

  private static final List<String> WOVEN =
      List.of("com.sun.javafx.application.PlatformImpl", "com.sun.glass.ui.Application");

  /** More than JDK 25 bears of a class whose constants grow with each. */
  private static final int SESSIONS = 15;

  @TempDir Path directory;

  @ParameterizedTest(name = "JavaFX {1} on JDK {0}")
  @CsvSource({"17, 17", "17, 21", "25, 21"})
  void applicationThreadAgreesWithTheAgent(int feature, String line) throws Exception {
    Path file = directory.resolve("session.loopscope");
    Path javafx = TargetJvm.framework("javafx-" + line);
    try (TargetJvm target =
        TargetJvm.start(CountsTest.jdk(feature), javafx, List.of(), JavaFxProgram.class)) {
      target.ask("work 100");
      // headless JavaFX has its pulses from a scheduled pool, which the program does not count
      WovenCode code = WovenCode.of(target, feature, directory, WOVEN);
      target.loadAgent("record=" + file + ",plugins=javafx");
      code.assertWoven();
      assertThat(target.ask("loops")).contains("javafx:JavaFX Application Thread");

      target.awaitSame("probe", target.ask("work " + TASKS));

      assertThat(target.ask("loops")).contains(" javafx.Pulse ").endsWith("errors=0");
      target.ask("block " + BLOCK_MILLIS);
      target.loadAgent("detach");

      target.awaitAnswer("threads", threads -> !threads.contains("loopscope-"));
      assertThat(code.assertAsBefore("work 100")).startsWith("submitted=");
    }
    RecordedTypes recorded = new RecordedTypes(file);
    assertThat(recorded.culprits()).contains(FrameworkProgram.class.getName() + ".block");
    assertThat(recorded.stalls).allMatch(stall -> stall.limitNanos() == LIMIT_NANOS);
    assertThat(recorded.runsOfType("javafx.scene.input.MouseEvent"))
        .anyMatch(run -> run.durationNanos() >= BLOCK_MILLIS * 1_000_000L);
    // a dialog gives a task from inside a task
    assertThat(recorded.tasksWithParent()).hasSizeGreaterThanOrEqualTo(TASKS / 100);
  }

  @Test
  void windowsBearManySessions() throws Exception {
    Path javafx = TargetJvm.framework("javafx-21");
    try (TargetJvm target =
        TargetJvm.start(CountsTest.jdk(25), javafx, List.of(), JavaFxProgram.class)) {
      String[] sessions = new String[2 * SESSIONS];
      for (int i = 0; i < sessions.length; i += 2) {
        sessions[i] = "plugins=javafx,record=" + directory.resolve("session.loopscope");
        sessions[i + 1] = "detach";
      }
      target.loadAgent(sessions);

      assertThat(target.output()).noneMatch(line -> line.contains("constant pool"));
    }
  }
}
