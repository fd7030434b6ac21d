package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.timeline.FakeTrace;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabel.Style;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneLabelsTest {

  private static final long MILLI = 1_000_000L;
  private static final int WIDTH = 1_000;

  private final FakeTrace trace =
      new FakeTrace().extent(0, 1_000 * MILLI).loop(1, "w-1", "w").type(1, "com.acme.Handler");

  /** Every character is 6 px wide. */
  private List<LaneLabel> labels(TimeSpan span) {
    LaneLabels labels = new LaneLabels(text -> text.length() * 6.0);
    LaneCells cells = new LaneCells();
    cells.prepare(span, WIDTH);
    trace.lane(1, cells);
    labels.lane(trace, cells, 1, new TimeScale(span, WIDTH), trace.stalls(), 0, 26);
    return labels.labels();
  }

  private List<String> texts(long from, long to) {
    return labels(new TimeSpan(from, to)).stream().map(LaneLabel::text).toList();
  }

  private void block(long from, long to) {
    trace.run(1, 7, 0, 1, RunKind.TASK, from, to);
    StackFrame sleep = new StackFrame("java.lang.Thread", "sleep", "", -2, Origin.JDK);
    StackFrame handler =
        new StackFrame("com.acme.Handler", "read", "Handler.java", 42, Origin.APPLICATION);
    trace.stack(new Stack(5, List.of(sleep, handler)));
    OpenRun run = new OpenRun(7, 0, 1, RunKind.TASK, 0, 0, from, 0);
    trace.stall(
        new Stall(1, 1, run, 50 * MILLI, from + 50 * MILLI, to, List.of(), 5, 1, List.of()));
  }

  @Test
  void aWideRunCarriesItsSimpleTypeName() {
    trace.run(1, 1, 0, 1, RunKind.TASK, 100 * MILLI, 120 * MILLI);
    assertThat(texts(0, 200 * MILLI)).containsExactly("Handler");
  }

  @Test
  void aNarrowRunCarriesNone() {
    trace.run(1, 1, 0, 1, RunKind.TASK, 100 * MILLI, 120 * MILLI);
    assertThat(texts(0, 1_000 * MILLI)).isEmpty();
  }

  @Test
  void neighboursOfOneTypeAreLabelledEach() {
    trace.run(1, 1, 0, 1, RunKind.TASK, 100 * MILLI, 110 * MILLI);
    trace.run(1, 2, 0, 1, RunKind.TASK, 110 * MILLI, 120 * MILLI);
    assertThat(texts(100 * MILLI, 130 * MILLI)).containsExactly("Handler", "Handler");
  }

  @Test
  void aTooLongNameEndsWithAnEllipsisWithinItsRun() {
    trace.type(1, "com.acme.VeryLongNameOfAHandlerClass");
    trace.run(1, 1, 0, 1, RunKind.TASK, 100 * MILLI, 120 * MILLI);
    LaneLabel label = labels(new TimeSpan(0, 200 * MILLI)).get(0);
    assertThat(label.text()).startsWith("VeryLong").endsWith("…");
    assertThat(label.x()).isGreaterThanOrEqualTo(500);
    assertThat(label.right()).isLessThanOrEqualTo(600);
  }

  @Test
  void aBlockedRunNamesItsCulpritInside() {
    block(100 * MILLI, 440 * MILLI);
    LaneLabel label = labels(new TimeSpan(0, 500 * MILLI)).get(0);
    assertThat(label.text()).isEqualTo("BLOCKED 340 ms · Thread.sleep · Handler:42");
    assertThat(label.style()).isEqualTo(Style.BLOCKED_INSIDE);
  }

  @Test
  void aBlockedRunTooNarrowForItsTextHasItBeside() {
    block(100 * MILLI, 160 * MILLI);
    LaneLabel label = labels(new TimeSpan(0, 1_000 * MILLI)).get(0);
    assertThat(label.style()).isEqualTo(Style.BLOCKED_BESIDE);
    assertThat(label.x()).isGreaterThan(160);
  }

  @Test
  void atTheRightEdgeTheTextStandsBefore() {
    block(930 * MILLI, 990 * MILLI);
    LaneLabel label = labels(new TimeSpan(0, 1_000 * MILLI)).get(0);
    assertThat(label.style()).isEqualTo(Style.BLOCKED_BESIDE);
    assertThat(label.right()).isLessThan(930);
  }

  @Test
  void aBlockedRunThatBeganOutOfSightIsLabelledInSight() {
    block(100 * MILLI, 800 * MILLI);
    LaneLabel label = labels(new TimeSpan(400 * MILLI, 800 * MILLI)).get(0);
    assertThat(label.x()).isBetween(0.0, 20.0);
  }

  @Test
  void aTextBesideARunHidesNoOtherBlockedRun() {
    block(100 * MILLI, 160 * MILLI);
    OpenRun next = new OpenRun(8, 0, 1, RunKind.TASK, 0, 0, 200 * MILLI, 0);
    long end = 260 * MILLI;
    trace.run(1, 8, 0, 1, RunKind.TASK, 200 * MILLI, end);
    trace.stall(new Stall(2, 1, next, 50 * MILLI, 250 * MILLI, end, List.of(), 0, -1, List.of()));
    assertThat(labels(new TimeSpan(0, 1_000 * MILLI)))
        .noneMatch(label -> label.x() < 260 && label.right() > 200)
        .noneMatch(label -> label.x() < 160 && label.right() > 100);
  }

  @Test
  void textsAreMadeForAsManyStallsAsHaveRoomNotForAllThereAre() {
    int[] measured = {0};
    LaneLabels labels =
        new LaneLabels(
            text -> {
              measured[0]++;
              return text.length() * 6.0;
            });
    for (int i = 0; i < 5_000; i++) {
      long from = i * 200_000L; // five a pixel
      OpenRun run = new OpenRun(100 + i, 0, 1, RunKind.TASK, 0, 0, from, 0);
      trace.stall(
          new Stall(i + 1, 1, run, 1, from + 1, from + 150_000, List.of(), 0, -1, List.of()));
    }
    LaneCells cells = new LaneCells();
    TimeSpan span = new TimeSpan(0, 1_000 * MILLI);
    cells.prepare(span, WIDTH);

    labels.lane(trace, cells, 1, new TimeScale(span, WIDTH), trace.stalls(), 0, 26);

    assertThat(labels.labels()).isEmpty(); // there is no room that another one does not take
    assertThat(measured[0]).isLessThan(10);
  }

  @Test
  void ofStallsThatBeginOnOnePixelTheLongestIsNamed() {
    for (int i = 0; i < 3; i++) {
      long from = 500 * MILLI + i * 300_000L;
      OpenRun run = new OpenRun(100 + i, 0, 1, RunKind.TASK, 0, 0, from, 0);
      long end = from + (i == 1 ? 200_000 : 100_000);
      trace.stall(new Stall(i + 1, 1, run, 1, from + 1, end, List.of(), 0, -1, List.of()));
    }

    assertThat(texts(0, 1_000 * MILLI)).containsExactly("BLOCKED 200 µs");
  }

  @Test
  void labelsOfALaneNeverOverlap() {
    block(100 * MILLI, 160 * MILLI);
    trace.run(1, 8, 0, 1, RunKind.TASK, 165 * MILLI, 230 * MILLI);
    trace.run(1, 9, 0, 1, RunKind.TASK, 600 * MILLI, 645 * MILLI);
    List<LaneLabel> labels = labels(new TimeSpan(0, 1_000 * MILLI));
    assertThat(labels).hasSize(2);
    for (LaneLabel one : labels) {
      for (LaneLabel other : labels) {
        assertThat(one.equals(other) || one.right() < other.x() || other.right() < one.x())
            .isTrue();
      }
    }
  }

  @Test
  void bandGivesWayToAStallOnItsLane() {
    block(100 * MILLI, 300 * MILLI);
    TimeSpan span = new TimeSpan(0, 1_000 * MILLI);
    LaneLabels labels = new LaneLabels(text -> text.length() * 6.0);
    LaneCells cells = new LaneCells();
    cells.prepare(span, WIDTH);
    trace.lane(1, cells);
    labels.lane(trace, cells, 1, new TimeScale(span, WIDTH), trace.stalls(), 30, 26);
    int stalls = labels.labels().size();

    labels.band("PINNED 200 ms", 400, 30, 26, WIDTH);
    assertThat(labels.labels()).hasSize(stalls);

    labels.band("PINNED 200 ms", 400, 60, 26, WIDTH);
    assertThat(labels.labels()).hasSize(stalls + 1);
  }

  @Test
  void bandsInEachOthersWayAreLabelledOnce() {
    LaneLabels labels = new LaneLabels(text -> text.length() * 6.0);
    labels.band("GC 23 ms", 100, 0, 16, WIDTH);
    labels.band("GC 24 ms", 120, 0, 16, WIDTH);
    labels.band("GC 25 ms", 300, 0, 16, WIDTH);
    assertThat(labels.labels()).extracting(LaneLabel::text).containsExactly("GC 23 ms", "GC 25 ms");
  }
}
