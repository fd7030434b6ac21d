package dev.loopscope.dashboard.store;

import static dev.loopscope.dashboard.store.Samples.ATTACHED;
import static dev.loopscope.dashboard.store.Samples.MS;
import static dev.loopscope.dashboard.store.Samples.SECOND;
import static dev.loopscope.dashboard.store.Samples.batch;
import static dev.loopscope.dashboard.store.Samples.busyLoop;
import static dev.loopscope.dashboard.store.Samples.group;
import static dev.loopscope.dashboard.store.Samples.groups;
import static dev.loopscope.dashboard.store.Samples.open;
import static dev.loopscope.dashboard.store.Samples.span;
import static dev.loopscope.dashboard.store.Samples.state;
import static dev.loopscope.dashboard.store.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LanePaintingTest {

  private final TraceStore store = new TraceStore();
  private final LaneCells cells = new LaneCells();

  @BeforeEach
  void attach() {
    store.accept(Samples.hello());
    store.accept(Samples.loop(1));
  }

  private void paint(TimeSpan span, int count) {
    cells.prepare(span, count);
    store.lane(1, cells);
  }

  private double busyCells() {
    double sum = 0;
    for (int i = 0; i < cells.size(); i++) {
      sum += cells.busy(i) / 255.0;
    }
    return sum;
  }

  private int cellsWith(int flag) {
    int count = 0;
    for (int i = 0; i < cells.size(); i++) {
      count += cells.has(i, flag) ? 1 : 0;
    }
    return count;
  }

  @Test
  void aRunFillsTheCellsItCovers() {
    store.accept(batch(1, task(1, 0, 2 * MS, 5 * MS)));
    paint(span(0, 10 * MS), 10);
    assertThat(List.of(cells.busy(1), cells.busy(2), cells.busy(4), cells.busy(5)))
        .containsExactly(0, 255, 255, 0);
    assertThat(cells.has(2, LaneCells.STARTS)).isTrue();
    assertThat(cells.has(3, LaneCells.STARTS)).isFalse();
    assertThat(cells.kind(3)).isEqualTo(Ordinals.TASK);
    assertThat(cells.kind(6)).isEqualTo(-1);
    assertThat(cells.type(3)).isEqualTo(3);
    assertThat(cells.count(4)).isEqualTo(1);
  }

  @Test
  void aShortBlockIsVisibleInAnHour() {
    List<Run> runs = busyLoop(new Random(4), 20_000, 20_000);
    store.accept(batch(1, runs.toArray(new Run[0])));
    long later = 1_000 * SECOND;
    store.accept(batch(1, task(90_000, later, later, later + 60 * MS)));
    store.accept(
        batch(1, task(90_001, later, later + SECOND, later + SECOND + 10, Outcome.FAILED)));
    paint(span(0, 3_600 * SECOND), 1_000);
    assertThat(cellsWith(LaneCells.BLOCKED)).isBetween(1, 2);
    assertThat(cells.has(277, LaneCells.BLOCKED)).isTrue();
    assertThat(cells.has(278, LaneCells.FAILED)).isTrue();
  }

  @RepeatedTest(10)
  void runsAndBucketsGiveTheSameBusyShare() {
    long seed = new Random().nextLong();
    List<Run> runs = busyLoop(new Random(seed), 20_000, 500_000);
    store.accept(batch(1, runs.toArray(new Run[0])));
    TimeSpan all = span(0, store.extent().toNanos() - ATTACHED);
    double busy = runs.stream().mapToLong(Run::durationNanos).sum() / (double) all.lengthNanos();
    paint(all, 200);
    double fromBuckets = busyCells() / 200;
    long count = 0;
    for (int i = 0; i < 200; i++) {
      count += cells.count(i);
    }
    paint(all, 60_000);
    double fromRuns = busyCells() / 60_000;
    assertThat(fromBuckets).as("seed %d", seed).isCloseTo(busy, within(0.005));
    assertThat(fromRuns).as("seed %d", seed).isCloseTo(busy, within(0.005));
    assertThat(count).as("seed %d", seed).isBetween(19_999L, 20_000L);
  }

  @Test
  void tinyWakeUpsDoNotMakeAnIdleLoopLookBusy() {
    Run[] wakeUps = new Run[10_000];
    for (int i = 0; i < wakeUps.length; i++) {
      long at = ATTACHED + i * MS;
      wakeUps[i] = new Run(i + 1, 0, 0, RunKind.IO, Outcome.DONE, 0, 0, at, at + 2_000, MS, 0);
    }
    store.accept(batch(1, wakeUps));
    paint(span(0, 10 * SECOND), 1_000);
    assertThat(cells.busy(500)).isBetween(0, 1);
    assertThat(cells.count(500)).isBetween(8, 12);
  }

  @Test
  void gapShowsHowManyRunsWereLost() {
    Gap gap = new Gap(1, ATTACHED + 20 * MS, ATTACHED + 21 * MS, 4_711, "ring full");
    store.accept(gap);
    store.accept(new Gap(2, ATTACHED + 50 * MS, ATTACHED + 51 * MS, 1, "ring full"));
    paint(span(0, 100 * MS), 100);
    assertThat(cells.has(20, LaneCells.GAP)).isTrue();
    assertThat(cells.has(50, LaneCells.GAP)).isFalse();
    assertThat(store.gaps(span(0, 30 * MS))).containsExactly(gap);
  }

  @Test
  void mergedRunsSpreadTheirBusyTime() {
    store.accept(groups(1, group(10 * MS, 20 * MS, 5 * MS, 1_000, 0)));
    paint(span(0, 100 * MS), 100);
    assertThat(cells.busy(12)).isBetween(126, 129);
    assertThat(cells.has(12, LaneCells.MERGED)).isTrue();
    assertThat(cells.has(22, LaneCells.MERGED)).isFalse();
    assertThat(busyCells()).isCloseTo(5, within(0.1));
  }

  @Test
  void theOpenRunGrowsUntilItEnds() {
    store.accept(state(1, 10 * MS, open(7, 10 * MS), 0));
    store.accept(state(1, 30 * MS, open(7, 10 * MS), 0));
    paint(span(0, 200 * MS), 200);
    assertThat(cellsWith(LaneCells.OPEN)).isEqualTo(20);
    assertThat(cellsWith(LaneCells.BLOCKED)).isZero();
    store.accept(state(1, 100 * MS, open(7, 10 * MS), 0));
    paint(span(0, 200 * MS), 200);
    assertThat(cellsWith(LaneCells.OPEN)).isEqualTo(90);
    assertThat(cellsWith(LaneCells.BLOCKED)).isEqualTo(90);
    store.accept(batch(1, task(7, 10 * MS, 10 * MS, 110 * MS)));
    paint(span(0, 200 * MS), 200);
    assertThat(cellsWith(LaneCells.OPEN)).isZero();
    assertThat(busyCells()).isCloseTo(100, within(0.5));
  }

  @Test
  void aStateThatIsOlderThanTheRunsDoesNotOpenOneAgain() {
    store.accept(batch(1, task(7, 10 * MS, 10 * MS, 110 * MS)));
    store.accept(state(1, 100 * MS, open(7, 10 * MS), 0));
    paint(span(0, 200 * MS), 200);
    assertThat(cellsWith(LaneCells.OPEN)).isZero();
  }

  @Test
  void aBlockOfTwoHoursIsThereFromItsBeginning() {
    store.accept(batch(1, task(1, 0, 0, 7_200 * SECOND)));
    store.accept(batch(1, task(2, 0, 7_200 * SECOND, 7_200 * SECOND + MS)));
    paint(span(0, 7_200 * SECOND), 1_000);
    assertThat(cellsWith(LaneCells.BLOCKED)).isEqualTo(1_000);
    assertThat(busyCells()).isCloseTo(1_000, within(1.0));
  }

  @Test
  void anUnknownLoopHasAnEmptyLane() {
    cells.prepare(span(0, MS), 10);
    store.lane(99, cells);
    assertThat(cellsWith(-1)).isZero();
  }
}
