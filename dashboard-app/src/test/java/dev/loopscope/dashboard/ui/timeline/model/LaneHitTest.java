package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.timeline.FakeTrace;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneHitTest {

  private final FakeTrace trace = new FakeTrace().extent(0, 100_000).loop(1, "w-1", "w");

  private Selected at(long nanos) {
    return LaneHit.at(trace, 1, nanos, 500);
  }

  @Test
  void theRunUnderThePointerIsPreferredToALongerOneBesideIt() {
    trace.run(1, 1, 0, 0, RunKind.TASK, 1_000, 9_900).run(1, 2, 0, 0, RunKind.TASK, 10_000, 10_300);
    assertThat(at(10_100))
        .isInstanceOfSatisfying(Selected.OfRun.class, of -> assertThat(of.run().id()).isEqualTo(2));
  }

  @Test
  void amongManyWithinAPixelTheLongestIsHit() {
    for (int i = 0; i < 10; i++) {
      long from = 10_000 + i * 100L;
      trace.run(1, i + 1, 0, 0, RunKind.TASK, from, from + (i == 3 ? 50 : 10));
    }
    assertThat(at(10_395))
        .isInstanceOfSatisfying(Selected.OfRun.class, of -> assertThat(of.run().id()).isEqualTo(4));
  }

  @Test
  void whatIsStillRunningIsHitFromItsStartOn() {
    trace.open(1, new OpenRun(9, 0, 0, RunKind.TASK, 0, 0, 90_000, 0));
    assertThat(at(95_000)).isInstanceOf(Selected.OfOpenRun.class);
    assertThat(at(80_000)).isEqualTo(new Selected.OfLoop(1));
  }

  @Test
  void mergedRunsAndGapsAreHitWhereThereAreNoRuns() {
    trace.group(1, new Group(20_000, 30_000, 5_000, 0, 10, 0, 0, 900, 1, 0, List.of()));
    trace.gap(new Gap(1, 40_000, 50_000, 12, "ring full"));
    assertThat(at(25_000)).isInstanceOf(Selected.OfGroup.class);
    assertThat(at(45_000)).isInstanceOf(Selected.OfGap.class);
    assertThat(at(60_000)).isEqualTo(new Selected.OfLoop(1));
  }
}
