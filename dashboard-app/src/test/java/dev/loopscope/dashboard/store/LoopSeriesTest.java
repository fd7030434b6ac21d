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

import dev.loopscope.protocol.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LoopSeriesTest {

  private final TraceStore store = new TraceStore();

  @BeforeEach
  void attach() {
    store.accept(Samples.hello());
    store.accept(Samples.loop(1));
  }

  private LoopInfo info() {
    return Objects.requireNonNull(store.loop(1));
  }

  @Test
  void aBlockOfTwoSecondsCountsTwoSecondsNotOneSample() {
    for (int i = 0; i < 2_000; i++) {
      long at = i * MS;
      store.accept(batch(1, task(i + 1, at, at, at + 1_000)));
    }
    store.accept(batch(1, task(5_000, 2 * SECOND, 2 * SECOND, 4 * SECOND)));
    LoopSeries series = store.series(1, span(0, 4 * SECOND), 1);
    assertThat(series.lagMaxNanos()[0]).isEqualTo(2 * SECOND);
    assertThat((double) series.lagP99Nanos()[0]).isCloseTo(1.96e9, within(0.5e9));
    assertThat(series.lagP50Nanos()[0]).isLessThan(5 * MS);
    assertThat(series.runs()[0]).isEqualTo(2_001);
    assertThat(series.busy()[0]).isCloseTo(0.5, within(0.01));
  }

  @Test
  void lagFallsFromBucketToBucketWhileABacklogIsWorkedOff() {
    store.accept(batch(1, task(1, 0, 0, SECOND)));
    LoopSeries series = store.series(1, span(0, SECOND), 10);
    for (int i = 0; i < 10; i++) {
      assertThat(series.lagMaxNanos()[i]).isEqualTo(SECOND - i * (100 * MS));
    }
  }

  @Test
  void nothingIsKnownBeforeAttachAndAfterTheNewestTime() {
    store.accept(batch(1, task(1, 0, 0, SECOND)));
    LoopSeries series = store.series(1, span(-SECOND, 2 * SECOND), 3);
    assertThat(series.busy()).containsExactly(Double.NaN, 1, Double.NaN);
    assertThat(series.lagMaxNanos()).containsExactly(-1, SECOND, -1);
  }

  @RepeatedTest(10)
  void bucketsAndRunsGiveTheSameLag() {
    long seed = new Random().nextLong();
    List<Run> runs = busyLoop(new Random(seed), 100_000, 900_000);
    for (int i = 0; i < runs.size(); i += 1_000) {
      store.accept(batch(1, runs.subList(i, i + 1_000).toArray(new Run[0])));
    }
    long end = store.extent().toNanos() - ATTACHED;
    LoopSeries whole = store.series(1, span(0, end), 1);
    LoopSeries fine = store.series(1, span(0, end), 1_000);
    long max = Arrays.stream(fine.lagMaxNanos()).max().orElse(0);
    assertThat(whole.lagMaxNanos()[0]).as("seed %d", seed).isEqualTo(max);
    LoopSeries zoomed = store.series(1, span(end / 2, end / 2 + 2 * SECOND), 20);
    LoopSeries once = store.series(1, span(end / 2, end / 2 + 2 * SECOND), 1);
    long zoomedMax = Arrays.stream(zoomed.lagMaxNanos()).max().orElse(0);
    // Stored buckets at the borders know their largest lag, not where in them it was.
    assertThat(once.lagMaxNanos()[0]).as("seed %d", seed).isGreaterThanOrEqualTo(zoomedMax);
    // Not their average: a few late parts would outweigh all others in it.
    long[] medians = Arrays.stream(zoomed.lagP50Nanos()).sorted().toArray();
    assertThat(once.lagP50Nanos()[0])
        .as("seed %d", seed)
        .isBetween(medians[0], medians[medians.length - 1]);
    double zoomedMedian = medians[medians.length / 2];
    assertThat((double) once.lagP50Nanos()[0])
        .as("seed %d", seed)
        .isCloseTo(zoomedMedian, within(zoomedMedian * 0.6 + 2 * MS));
  }

  @Test
  void theOpenRunMakesLagGrow() {
    store.accept(state(1, 0, null, 0));
    store.accept(state(1, 2 * SECOND, open(7, SECOND), 0));
    assertThat(info().recentLagNanos()).isEqualTo(SECOND);
    store.accept(state(1, 5 * SECOND, open(7, SECOND), 0));
    assertThat(info().recentLagNanos()).isEqualTo(4 * SECOND);
    assertThat(store.series(1, span(0, 5 * SECOND), 5).lagMaxNanos())
        .containsExactly(0, 4 * SECOND, 3 * SECOND, 2 * SECOND, SECOND);
  }

  @Test
  void mergedRunsAreLateByTheWorstOfThem() {
    store.accept(groups(1, group(0, 100 * MS, 50 * MS, 10_000, 7 * MS)));
    LoopSeries series = store.series(1, span(0, 100 * MS), 1);
    assertThat(series.lagMaxNanos()[0]).isEqualTo(7 * MS);
    assertThat(series.lagP99Nanos()[0]).isEqualTo(7 * MS);
    assertThat(series.runs()[0]).isEqualTo(10_000);
  }

  @Test
  void busyIsExactFromTheTotals() {
    for (int i = 0; i <= 100; i++) {
      store.accept(state(1, i * (100 * MS), null, i * (25 * MS)));
    }
    LoopSeries series = store.series(1, span(0, 10 * SECOND), 5);
    for (double busy : series.busy()) {
      assertThat(busy).isCloseTo(0.25, within(1e-9));
    }
    assertThat(info().recentBusy()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void busyStaysKnownWhenOldTotalsAreThinnedOut() {
    int states = 20_000;
    for (int i = 0; i <= states; i++) {
      store.accept(state(1, i * (100 * MS), null, i * (25 * MS)));
    }
    LoopSeries series = store.series(1, span(0, states * (100 * MS)), 100);
    for (double busy : series.busy()) {
      assertThat(busy).isCloseTo(0.25, within(1e-9));
    }
  }

  @Test
  void lagOfADayIsKeptInCoarserBuckets() {
    long hour = 3_600 * SECOND;
    for (int i = 0; i < 24; i++) {
      store.accept(batch(1, task(i + 1, i * hour, i * hour, i * hour + 3 * SECOND)));
    }
    LoopSeries series = store.series(1, span(0, 23 * hour), 23);
    for (long max : series.lagMaxNanos()) {
      assertThat(max).isEqualTo(3 * SECOND);
    }
  }
}
