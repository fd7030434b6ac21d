package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Command;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loops are named by the copy of the framework that they are of, and no copy is held on to. */
class CopiesTest {

  @ParameterizedTest(name = "JDK {0}")
  @ValueSource(ints = {17, 25})
  void copiesInSeveralClassLoadersAreToldApartAndLetGo(int feature) throws Exception {
    Path old = TargetJvm.netty("4.1.100");
    Path recent = TargetJvm.netty("4.1");
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target =
            TargetJvm.start(
                CountsTest.jdk(feature), Path.of("none"), List.of(), LoadersProgram.class)) {
      target.ask("load old " + old);
      target.ask("load recent " + recent);

      target.loadAgent(dashboard.option());
      awaitLoop(dashboard, "old-", "Netty 4.1.100"); // waits in select since before the agent came
      awaitLoop(dashboard, "recent-", "Netty 4.1.135");
      target.ask("load again " + recent);
      target.ask("work again");
      awaitLoop(dashboard, "again-", "Netty 4.1.135 #2");
      target.ask("work old");
      awaitReached(dashboard, "Netty 4.1.100");

      dashboard.send(new Command.Detach());
      dashboard.await(Bye.class, any -> true);
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
}
