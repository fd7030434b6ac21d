package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Warning;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pool that is given more than it takes: how many wait is told, and how many were refused. */
class TightPoolTest {
  private static final int REFUSED = 7;

  @TempDir Path directory;

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void waitingTasksAndRefusedOnesAreTheProgramsOwn(int feature) throws Exception {
    Path nothing = directory.resolve("no-libraries");
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target =
            TargetJvm.start(CountsTest.jdk(feature), nothing, List.of(), TightPoolProgram.class)) {
      target.loadAgent(dashboard.option());

      String own = target.ask("work " + REFUSED);

      assertThat(own).contains("submitted=" + TightPoolProgram.ROOM + " ", "cancelled=" + REFUSED);
      dashboard.await(LoopState.class, state -> state.pending() == TightPoolProgram.ROOM);
      Warning told = (Warning) dashboard.await(Warning.class, any -> true).frame();
      assertThat(told.source()).isEqualTo("RejectedExecutionHandler");
      dashboard.await(Warning.class, any -> any.text().endsWith(REFUSED + " since attach"));
      assertThat(told.loop()).as("a worker of the pool that refused").isPositive();
      assertThat(target.ask("loops")).contains("thread-pool:").endsWith("errors=0");
    }
  }
}
