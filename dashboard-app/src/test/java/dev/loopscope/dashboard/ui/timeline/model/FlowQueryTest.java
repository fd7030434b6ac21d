package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.timeline.FakeTrace;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowQueryTest {

  private final FakeTrace trace =
      new FakeTrace().extent(0, 1_000_000).loop(1, "a", "g").loop(2, "b", "g");

  private List<FlowLane> flows(long from, long to) {
    return new FlowQuery(new TimeSpan(from, to), 10, 1_000, 1).ask(trace);
  }

  @Test
  void aFlowReachesFromSubmissionToItsLastRun() {
    trace.run(1, 1, 0, 5, RunKind.TASK, 10_000, 20_000);
    trace.run(2, 2, 1, 6, RunKind.TASK, 50_000, 60_000);
    trace.run(1, 3, 2, 6, RunKind.TIMER, 90_000, 95_000);
    List<FlowLane> flows = flows(0, 1_000_000);
    assertThat(flows).hasSize(1);
    assertThat(flows.get(0).rootType()).isEqualTo(5);
    assertThat(flows.get(0).span()).isEqualTo(new TimeSpan(9_000, 95_000));
    assertThat(flows.get(0).runs()).extracting(r -> r.run().id()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aRootThatIsOutOfSightStillHoldsItsFlowTogether() {
    trace.run(1, 1, 0, 5, RunKind.TASK, 10_000, 20_000);
    trace.run(2, 2, 1, 6, RunKind.TASK, 500_000, 600_000);
    trace.run(1, 3, 1, 6, RunKind.TASK, 510_000, 610_000);
    List<FlowLane> flows = flows(400_000, 1_000_000);
    assertThat(flows).hasSize(1);
    assertThat(flows.get(0).runs()).hasSize(3);
  }

  @Test
  void whatAnIoPhaseSubmitsAreFlowsOfTheirOwn() {
    trace.run(1, 1, 0, 0, RunKind.IO, 10_000, 20_000);
    trace.run(1, 2, 1, 5, RunKind.TASK, 30_000, 40_000);
    trace.run(1, 3, 1, 5, RunKind.TASK, 40_000, 50_000);
    assertThat(flows(0, 1_000_000)).extracting(FlowLane::rootId).containsExactly(2L, 3L);
  }

  @Test
  void theLongestFlowsAreKeptInTheOrderInWhichTheyBegan() {
    for (int i = 1; i <= 20; i++) {
      trace.run(1, i, 0, 5, RunKind.TASK, i * 10_000L, i * 10_000L + i * 100L);
    }
    assertThat(flows(0, 1_000_000))
        .extracting(FlowLane::rootId)
        .containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
  }

  @Test
  void tasksThatOnlyWaitedLongDoNotFillTheRows() {
    FlowQuery query = new FlowQuery(new TimeSpan(0, 1_000_000), 10, 1_000, 5_000);
    trace.run(1, waitedLong(1, RunKind.TASK)).run(1, waitedLong(2, RunKind.TIMER));
    assertThat(query.ask(trace)).extracting(FlowLane::rootId).containsExactly(2L);
  }

  private static Run waitedLong(long id, RunKind kind) {
    return new Run(id, 0, 5, kind, Outcome.DONE, 1_000, 0, 90_000, 90_100, 0, 1);
  }

  @Test
  void linksNameWhatCausedARunAndWhatItCaused() {
    trace.run(1, 1, 0, 5, RunKind.TASK, 10_000, 20_000);
    trace.run(2, 2, 1, 6, RunKind.TASK, 50_000, 60_000);
    trace.run(1, 3, 2, 6, RunKind.TASK, 90_000, 95_000);
    Run middle = trace.runs(2, new TimeSpan(0, 100_000), 0, 1).get(0);
    FlowLinks links = FlowLinks.find(trace, 2, middle);
    assertThat(links.parent()).isNotNull().extracting(r -> r.run().id()).isEqualTo(1L);
    assertThat(links.children()).extracting(r -> r.run().id()).containsExactly(3L);
  }
}
