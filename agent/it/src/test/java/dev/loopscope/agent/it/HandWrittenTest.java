package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Definitions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loop that somebody wrote around a selector without any framework. */
class HandWrittenTest {
  private static final int ROUNDS = 500;
  private static final int BLOCK_MILLIS = 700;
  private static final long LONG_NANOS = 600_000_000L;
  private static final int UNTOLD = 2;
  private static final String KIND = "selector";

  @TempDir Path directory;

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void turnsAreTheProgramsOwnABlockIsNamedAndTheRestIsToldAsNotCovered(int feature)
      throws Exception {
    Path file = directory.resolve("session.loopscope");
    long turns;
    try (TargetJvm target =
        TargetJvm.start(
            CountsTest.jdk(feature), Path.of("none"), List.of(), SelectorProgram.class, "none")) {
      target.ask("work " + ROUNDS);
      String threads = target.ask("threads");
      WovenCode code = WovenCode.of(target, feature, directory, List.of("sun.nio.ch.SelectorImpl"));
      target.loadAgent("budget=1000000000,record=" + file);
      assertThat(target.ask("status")).isEqualTo("watching");
      code.assertWoven();

      turns = SelectorFrameworksTest.turns(target.ask("work " + ROUNDS));
      assertThat(target.ask("block " + BLOCK_MILLIS)).isEqualTo("blocked");
      turns += SelectorFrameworksTest.turns(target.ask("work " + ROUNDS));
      assertThat(target.ask("loops")).contains("selector:hand-written-loop").endsWith("errors=0");
      target.loadAgent("detach");

      target.awaitSame("threads", threads);
      assertThat(SelectorFrameworksTest.turns(code.assertAsBefore("work " + ROUNDS))).isPositive();
    }
    RecordedLoops seen = new RecordedLoops(file);
    assertThat(seen.ofKind(KIND))
        .extracting(Definitions.Loop::name)
        .containsExactly("hand-written-loop");
    assertThat(seen.iterations(KIND))
        .as("the wait that the agent found under way ended in code that was not woven")
        .isEqualTo(turns - 1);
    assertThat(RecordingTotals.of(file).singleIo)
        .as("a thread that comes back for the third time is a loop, and its runs are told")
        .isEqualTo(turns - 1 - UNTOLD);
    assertThat(seen.blamedOn(KIND, LONG_NANOS))
        .containsExactly(SelectorProgram.class.getName() + ".blockHere");
    assertThat(new RecordedTypes(file).coverage.points())
        .filteredOn(point -> point.state() == PointState.UNCOVERED)
        .filteredOn(point -> point.plugin().equals(KIND) && !point.note().isEmpty())
        .extracting(Coverage.Point::location)
        .containsExactly(HandWrittenFramework.class.getName() + ".serve");
  }
}
