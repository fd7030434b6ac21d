package dev.loopscope.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.words.Framework;
import dev.loopscope.dashboard.words.FrameworkFamily;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.Point;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Definitions.Loop;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameworkCoverageTest {

  private static Point point(
      String plugin, String framework, String sees, PointState state, long fired) {
    return new Point(plugin, framework, sees, "A.b", state, fired, "");
  }

  private static LoopInfo loop(int id, String kind, String detail) {
    return new LoopInfo(new Loop(id, "loop-" + id, "loop", kind, id, detail), null, 0, 0, false);
  }

  private static List<FrameworkCoverage> of(List<LoopInfo> loops, Point... points) {
    return FrameworkCoverage.of(new Coverage(List.of(points)), loops);
  }

  @Test
  void frameworksThatAreThereComeFirst() {
    List<FrameworkCoverage> all =
        of(
            List.of(loop(1, "netty-nio", "Netty 4.1.135")),
            point("swing", "", "events", PointState.ABSENT, 0),
            point("netty", "Netty 4.1.135", "task run", PointState.WOVEN, 1));

    assertThat(all)
        .extracting(one -> one.framework().name())
        .containsExactly("Netty 4.1.135", "Swing");
    assertThat(all.get(0).loops()).isEqualTo(1);
    assertThat(all.get(1).found()).isFalse();
  }

  @Test
  void whatAVersionLacksIsNotSeen() {
    FrameworkCoverage one =
        of(
                List.of(),
                point("vertx", "Vert.x 6", "task run", PointState.WOVEN, 1),
                point("vertx", "", "timers", PointState.MISSING, 0),
                point("vertx", "", "native transport", PointState.ABSENT, 0))
            .get(0);

    assertThat(one.notSeen()).containsExactly("timers");
    assertThat(one.woven()).isEqualTo(1);
    assertThat(one.there()).isEqualTo(2);
    assertThat(one.fired()).isEqualTo(1);
  }

  @Test
  void whatNoPlugInWatchesIsThereAndNotSeen() {
    List<FrameworkCoverage> all =
        of(
            List.of(),
            point("netty", "Netty 4.2", "wait", PointState.WOVEN, 1),
            point("netty", "", "io_uring transport", PointState.UNCOVERED, 0),
            point("Agrona", "", "its event loops", PointState.UNCOVERED, 0));

    assertThat(all)
        .extracting(one -> one.framework().name() + one.notSeen() + one.there() + one.found())
        .containsExactly("Netty 4.2[io_uring transport]1true", "Agrona[its event loops]0true");
  }

  @Test
  void anotherVersionOfAPointThatIsThereCoversTheMissingOne() {
    FrameworkCoverage one =
        of(
                List.of(),
                point("netty", "Netty 4.2", "wait", PointState.WOVEN, 0),
                point("netty", "", "wait", PointState.MISSING, 0))
            .get(0);

    assertThat(one.notSeen()).isEmpty();
  }

  @Test
  void everyCopyOfAFrameworkStandsForItself() {
    String shaded = "Netty 4.1.100 (io.grpc.netty.shaded)";
    List<FrameworkCoverage> all =
        of(
            List.of(loop(1, "netty-nio", shaded), loop(2, "netty-nio", shaded)),
            point("netty", "Netty 4.1.135", "task run", PointState.WOVEN, 0),
            point("netty", shaded, "task run", PointState.WOVEN, 1));

    assertThat(all)
        .extracting(FrameworkCoverage::framework, FrameworkCoverage::loops)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(new Framework(FrameworkFamily.NETTY, shaded), 2),
            org.assertj.core.groups.Tuple.tuple(
                new Framework(FrameworkFamily.NETTY, "Netty 4.1.135"), 0));
  }
}
