package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent named on the program's own command line. */
class StartOptionTest {
  @TempDir Path directory;

  private TargetJvm start(String arguments) throws IOException {
    String option = "-javaagent:" + TargetJvm.AGENT.toRealPath() + "=" + arguments;
    Path nothing = directory.resolve("no-libraries");
    return TargetJvm.start(Jdk.own(), nothing, List.of(option), PoolProgram.class);
  }

  @Test
  void programIsWatchedFromItsStart() throws IOException {
    try (TargetJvm target = start("record=" + directory.resolve("session.loopscope"))) {
      target.awaitAnswer("status", "watching"::equals);
      target.awaitSame("probe", target.ask("work 500"));
      assertThat(target.output()).allMatch(line -> !line.contains("WARN"));
    }
  }

  @Test
  void listeningWithoutATokenIsRefusedInOneLineAndTheProgramRunsOn() throws IOException {
    try (TargetJvm target = start("listen=7777")) {
      assertThat(target.output())
          .filteredOn(line -> line.startsWith("loopscope: "))
          .singleElement()
          .asString()
          .contains("token=");
      assertThat(target.ask("status")).startsWith("failed: ");
      assertThat(target.ask("work 100")).startsWith("submitted=401 ");
    }
  }
}
