package dev.loopscope.dashboard.analysis.report;

import static dev.loopscope.dashboard.plain.Frames.MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.Activity;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.LoopState.Totals;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a report says of the loops of a group together, and of runs that have not ended. */
class LoopGroupReportTest {

  private static final OpenRun OPEN =
      new OpenRun(7, 0, Frames.PUSH, RunKind.TASK, 600 * MS, 0, 700 * MS, 20);

  @Test
  void loopsOfAGroupAreOneLineAndOthersStandAlone() {
    Report report = report(loop(1, "io", "a-1"), loop(2, "io", "a-2"), loop(3, "", "lonely"));
    assertThat(report.loopGroups())
        .extracting(LoopGroupFacts::name, LoopGroupFacts::loops)
        .containsExactly(tuple("io", 2), tuple("lonely", 1));
    assertThat(report.toText()).contains("Loop groups");
  }

  @Test
  void lagOfAGroupIsThatOfATaskThatArrivesAtAnyOfItsLoops() {
    Report report =
        report(
            loop(1, "io", "a-1"),
            loop(2, "io", "a-2"),
            new RunBatch(1, RunColumns.of(Frames.task(5, 0, 0, 0, 1000))),
            state(1, 1000, null),
            state(2, 1000, null));
    Percentiles lag = report.loopGroups().get(0).lag();
    // one of two loops is late, from 1 s down to nothing: half of the arrivals find no lag
    assertThat(lag.count()).isEqualTo(2000 * MS);
    assertThat(lag.p50Nanos()).isZero();
    assertThat(lag.p90Nanos()).isEqualTo(800 * MS);
    assertThat(lag.p99Nanos()).isEqualTo(980 * MS);
    assertThat(lag.maxNanos()).isEqualTo(1000 * MS);
    assertThat(report.loops().get(0).lag().p50Nanos()).isEqualTo(500 * MS);
  }

  @Test
  void countsOfAGroupAreTheSumsOfItsLoops() {
    Report report =
        report(
            loop(1, "io", "a-1"),
            loop(2, "io", "a-2"),
            new RunBatch(1, RunColumns.of(Frames.task(5, 0, 0, 0, 100))),
            new RunBatch(2, RunColumns.of(Frames.task(6, 0, 10, 60, 360))),
            state(1, 1000, null),
            state(2, 1000, null));
    LoopGroupFacts group = report.loopGroups().get(0);
    assertThat(group.runs()).isEqualTo(16);
    assertThat(group.submitted()).isEqualTo(20);
    assertThat(group.busyPercent()).isEqualTo(40);
    assertThat(group.run().count()).isEqualTo(2);
    assertThat(group.run().maxNanos()).isEqualTo(300 * MS);
    assertThat(group.queueDelay().maxNanos()).isEqualTo(50 * MS);
    assertThat(group.blockedNanos()).isEqualTo(400 * MS);
  }

  @Test
  void runInProgressCountsFromWhenItWasReady() {
    Report report = report(loop(1, "io", "a-1"), state(1, 1000, OPEN));
    assertThat(report.loops().get(0).lag().maxNanos()).isEqualTo(400 * MS);
    assertThat(report.longestRuns()).extracting(RunFacts::open).containsExactly(true);
  }

  @Test
  void runThatEndedAmongMergedOnesIsNotToldAsOpen() {
    Report report =
        report(
            loop(1, "io", "a-1"),
            state(1, 710, OPEN),
            new GroupBatch(
                1,
                List.of(
                    new GroupBatch.Group(
                        700 * MS, 720 * MS, 20 * MS, 0, 4, 0, 0, 15 * MS, 1, 0, List.of())),
                new LogHistogram(),
                new LogHistogram()),
            state(2, 3000, null));
    assertThat(report.longestRuns()).isEmpty();
    assertThat(report.loops().get(0).blockedNanos()).isZero();
  }

  private static Definitions loop(int id, String group, String name) {
    return new Definitions(
        List.of(new Definitions.Loop(id, name, group, "netty-nio", 20 + id, "")),
        List.of(),
        List.of());
  }

  private static LoopState state(int loop, long at, @Nullable OpenRun open) {
    return new LoopState(
        loop,
        at * MS,
        open == null ? Activity.WAITING : Activity.RUNNING,
        at * MS,
        open,
        0,
        new Totals(10, 9, 8, 1, 1, 5, 400 * MS, 600 * MS, 0, 100 * MS));
  }

  private static Report report(Frame... frames) {
    List<Frame> all = new ArrayList<>(List.of(Frames.hello()));
    all.addAll(List.of(frames));
    FrameIntake intake = FrameIntake.intoNewStore();
    all.forEach(intake);
    return Report.of(intake.trace(), intake.alerts());
  }
}
