package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Stall;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops are named by the copy of the framework that they are of, and no copy is held on to. */
class CopiesTest {
  private static final String OLD = "Netty 4.1.100";
  private static final String RECENT = "Netty 4.1.135";
  private static final String AGAIN = "Netty 4.1.135 #2";
  private static final int OF_NO_LOOP = 0;
  private static final int BLOCK_MILLIS = 700;

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void copiesInSeveralClassLoadersAreToldApartCountedAndLetGo(int feature) throws Exception {
    Path old = TargetJvm.netty("4.1.100");
    Path recent = TargetJvm.netty("4.1");
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target =
            TargetJvm.start(
                CountsTest.jdk(feature), Path.of("none"), List.of(), LoadersProgram.class)) {
      target.ask("load old " + old);
      target.ask("load recent " + recent);
      target.ask("tell old forget"); // what was before the agent
      target.ask("tell recent forget");

      target.loadAgent(dashboard.option());
      awaitLoop(dashboard, "old-", OLD); // waits in select since before the agent came
      awaitLoop(dashboard, "recent-", RECENT);
      target.ask("load again " + recent);
      target.ask("tell old work 200");
      target.ask("tell again work 150");
      awaitLoop(dashboard, "again-", AGAIN);
      awaitReached(dashboard, OLD);

      target.ask("tell old block " + BLOCK_MILLIS);
      awaitBlame(dashboard, OLD);
      target.ask("tell again block " + BLOCK_MILLIS);
      awaitBlame(dashboard, AGAIN);
      String ofOld = target.ask("tell old work 20");
      String ofRecent = target.ask("tell recent work 100");
      String ofAgain = target.ask("tell again work 10");

      dashboard.send(new Command.Detach());
      dashboard.await(Bye.class, any -> true);
      assertThat(counts(dashboard, loop(dashboard, OLD)))
          .isEqualTo(ofOld)
          .startsWith("submitted=221 ");
      assertThat(counts(dashboard, loop(dashboard, RECENT)))
          .isEqualTo(ofRecent)
          .startsWith("submitted=100 ");
      assertThat(counts(dashboard, loop(dashboard, AGAIN), OF_NO_LOOP))
          .as("its first task was given before it had a thread")
          .isEqualTo(ofAgain)
          .startsWith("submitted=162 ");
      target.awaitAnswer("status", "null"::equals);
      assertThat(target.ask("drop old")).isEqualTo("collected");
      assertThat(target.ask("drop again")).isEqualTo("collected");
    }
  }

  private static void awaitLoop(FakeDashboard dashboard, String name, String detail)
      throws InterruptedException {
    dashboard.await(
        Definitions.class,
        some ->
            some.loops().stream()
                .anyMatch(loop -> loop.name().startsWith(name) && loop.detail().equals(detail)));
  }

  private static void awaitReached(FakeDashboard dashboard, String framework)
      throws InterruptedException {
    dashboard.await(
        Coverage.class,
        told ->
            told.points().stream()
                .anyMatch(
                    point ->
                        point.framework().equals(framework)
                            && point.point().equals("task run")
                            && point.fired() > 0));
  }

  /** The blocked run is on the loop of this copy, and its culprit is the method that blocks. */
  private static void awaitBlame(FakeDashboard dashboard, String copy) throws InterruptedException {
    int loop = loop(dashboard, copy);
    Stall stall =
        (Stall) dashboard.await(Stall.class, told -> told.loop() == loop && !told.isOpen()).frame();
    Definitions.StackFrame culprit = dashboard.frame(stall.culpritStack(), stall.culpritFrame());
    assertThat(culprit.className()).isEqualTo(LoadedLoop.class.getName());
    assertThat(culprit.method()).isEqualTo("block");
  }

  /** The only loop of a copy. */
  private static int loop(FakeDashboard dashboard, String copy) {
    List<Integer> found =
        dashboard.all(Definitions.class).stream()
            .flatMap(told -> told.loops().stream())
            .filter(loop -> loop.detail().equals(copy))
            .map(Definitions.Loop::id)
            .distinct()
            .toList();
    assertThat(found).as("loops of %s", copy).hasSize(1);
    return found.get(0);
  }

  /** What was told last of these loops together, in the words of {@link OwnCounts}. */
  private static String counts(FakeDashboard dashboard, int... loops) {
    Map<Integer, LoopState.Totals> last = new HashMap<>();
    dashboard.all(LoopState.class).forEach(told -> last.put(told.loop(), told.totals()));
    long submitted = 0;
    long finished = 0;
    long failed = 0;
    long cancelled = 0;
    for (int loop : loops) {
      LoopState.Totals totals = Objects.requireNonNull(last.get(loop), "nothing was told of it");
      submitted += totals.submitted();
      finished += totals.finished();
      failed += totals.failed();
      cancelled += totals.cancelled();
    }
    return "submitted=%d done=%d failed=%d cancelled=%d"
        .formatted(submitted, finished - failed, failed, cancelled);
  }
}
