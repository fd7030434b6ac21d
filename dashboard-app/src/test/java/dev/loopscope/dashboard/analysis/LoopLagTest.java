package dev.loopscope.dashboard.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopLagTest {

  private final LoopLag lag = new LoopLag();

  @Test
  void idleLoopHasNoLag() {
    LagDistribution distribution = lag.over(new TimeSpan(0, 1000));
    assertThat(distribution.maxNanos()).isZero();
    assertThat(distribution.percentile(1)).isZero();
  }

  @Test
  void blockCountsForAsLongAsItLasts() {
    lag.add(1000, 3000);
    LagDistribution distribution = lag.over(new TimeSpan(0, 4000));
    assertThat(distribution.maxNanos()).isEqualTo(2000);
    assertThat(distribution.percentile(0.5)).isZero();
    assertThat(distribution.percentile(0.75)).isEqualTo(1000);
    assertThat(distribution.percentile(1)).isEqualTo(2000);
  }

  @Test
  void taskThatWaitsBehindAnotherAddsToTheLag() {
    lag.add(0, 100);
    lag.add(50, 200);
    LagDistribution distribution = lag.over(new TimeSpan(0, 200));
    assertThat(distribution.maxNanos()).isEqualTo(150);
  }

  @Test
  void runThatReachesOverTheSpanCountsWithinIt() {
    lag.add(0, 1000);
    LagDistribution distribution = lag.over(new TimeSpan(400, 600));
    assertThat(distribution.maxNanos()).isEqualTo(600);
    assertThat(distribution.percentile(0.5)).isEqualTo(500);
    assertThat(distribution.percentile(0)).isZero();
  }

  @Test
  void timerIsReadyWhenItIsDueNotWhenItWasSet() {
    Run timer = new Run(1, 0, 1, RunKind.TIMER, Outcome.DONE, 100, 900, 950, 960, 0, 0);
    assertThat(timer.readyNanos()).isEqualTo(900);
    assertThat(Frames.task(1, 0, 3, 5, 6).readyNanos()).isEqualTo(3 * Frames.MS);
    assertThat(Frames.task(1, 0, 0, 5, 6).readyNanos()).isEqualTo(5 * Frames.MS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void percentilesAreThoseOfTheDefinition(long seed) {
    Random random = new Random(seed);
    List<long[]> runs = new ArrayList<>();
    long end = 0;
    for (int i = 0; i < 40; i++) {
      long start = end + random.nextInt(20);
      end = start + 1 + random.nextInt(30);
      runs.add(new long[] {Math.max(0, start - random.nextInt(60)), end});
    }
    runs.sort(Comparator.comparingLong(run -> run[1]));
    runs.forEach(run -> lag.add(run[0], run[1]));
    TimeSpan span = new TimeSpan(50, end - 20);

    long[] sampled = new long[(int) span.lengthNanos()];
    for (int i = 0; i < sampled.length; i++) {
      sampled[i] = lagAt(span.fromNanos() + i, runs);
    }
    Arrays.sort(sampled);
    LagDistribution distribution = lag.over(span);
    assertThat(distribution.maxNanos()).isEqualTo(sampled[sampled.length - 1]);
    for (double p : new double[] {0.1, 0.5, 0.9, 0.99}) {
      long expected = sampled[(int) Math.ceil(p * sampled.length) - 1];
      assertThat(distribution.percentile(p)).as("p%s", p).isBetween(expected - 1, expected + 1);
    }
  }

  /** The lag by its definition. */
  private static long lagAt(long nanos, List<long[]> runs) {
    long end = nanos;
    for (long[] run : runs) {
      if (run[0] <= nanos) {
        end = Math.max(end, run[1]);
      }
    }
    return end - nanos;
  }
}
