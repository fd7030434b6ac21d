package dev.loopscope.agent.it;

import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is in the process and not seen is told with the coverage. */
class UncoveredTest {

  @Test
  void loopThatSomebodyWroteHimselfIsToldByTheMethodThatWaits() throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target =
            TargetJvm.start(Jdk.own(), Path.of("none"), List.of(), PoolProgram.class)) {
      target.loadAgent(dashboard.option());

      await(dashboard, "selector", PoolProgram.class.getName() + ".select");
    }
  }

  /** Waits until the coverage has something uncovered of a plug-in at this place. */
  static void await(FakeDashboard dashboard, String plugin, String place)
      throws InterruptedException {
    dashboard.await(
        Coverage.class,
        told ->
            told.points().stream()
                .anyMatch(
                    point ->
                        point.state() == PointState.UNCOVERED
                            && point.plugin().equals(plugin)
                            && point.location().equals(place)
                            && !point.note().isEmpty()));
  }
}
