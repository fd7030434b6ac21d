package dev.loopscope.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class LagCurveTest {

  /** Lag by moment, straight from its definition. */
  private static long[] naive(long[] ready, long[] end, int moments) {
    long[] lag = new long[moments];
    for (int t = 0; t < moments; t++) {
      for (int i = 0; i < ready.length; i++) {
        if (ready[i] <= t) {
          lag[t] = Math.max(lag[t], end[i] - t);
        }
      }
    }
    return lag;
  }

  private static long[] curve(long[] ready, long[] end, int moments) {
    long[] lag = new long[moments];
    LagCurve.Sink sink =
        (from, to, lagNanos) -> {
          for (long t = from; t < to; t++) {
            assertThat(lag[(int) t]).as("counted twice at %d", t).isZero();
            lag[(int) t] = lagNanos - (t - from);
          }
        };
    LagCurve curve = new LagCurve();
    for (int i = 0; i < ready.length; i++) {
      curve.add(ready[i], end[i], sink);
    }
    curve.open(Long.MAX_VALUE, sink);
    return lag;
  }

  @RepeatedTest(20)
  void agreesWithTheDefinitionWhereWorkIsDoneInOrder() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int count = 1_000;
    long[] ready = new long[count];
    long[] end = new long[count];
    long submitted = 0;
    long free = 0;
    for (int i = 0; i < count; i++) {
      submitted += random.nextInt(30);
      ready[i] = submitted;
      end[i] = Math.max(free, submitted) + random.nextInt(20);
      free = end[i];
    }
    int moments = (int) free + 1;
    assertThat(curve(ready, end, moments))
        .as("seed %d", seed)
        .isEqualTo(naive(ready, end, moments));
  }

  @RepeatedTest(20)
  void agreesWithTheDefinitionWhereWorkOvertakesOther() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int count = 1_000;
    long[] ready = new long[count];
    long[] end = new long[count];
    long free = 0;
    for (int i = 0; i < count; i++) {
      long start = free + random.nextInt(10);
      end[i] = start + 1 + random.nextInt(20);
      ready[i] = Math.max(0, start - random.nextInt(500));
      free = end[i];
    }
    int moments = (int) free + 1;
    assertThat(curve(ready, end, moments))
        .as("seed %d", seed)
        .isEqualTo(naive(ready, end, moments));
  }

  @Test
  void settlesTeethInTimeOrderWithoutOverlap() {
    LagCurve curve = new LagCurve();
    long[] until = {Long.MIN_VALUE};
    LagCurve.Sink sink =
        (from, to, lagNanos) -> {
          assertThat(from).isGreaterThanOrEqualTo(until[0]);
          until[0] = to;
        };
    Random random = new Random(3);
    long free = 0;
    for (int i = 0; i < 10_000; i++) {
      long start = free + random.nextInt(100);
      free = start + random.nextInt(100);
      curve.add(start - random.nextInt(100_000), free, sink);
    }
    assertThat(until[0]).isPositive().isLessThanOrEqualTo(curve.settledUntil());
  }

  @Test
  void aFallCountsTheTimeItSpendsInEachClass() {
    LagCounts counts = new LagCounts();
    counts.addFall(2_000_000_000L, 0);
    assertThat(counts.maxNanos()).isEqualTo(2_000_000_000L);
    // Half of the two seconds a task would have waited more than one.
    assertThat(counts.percentile(0.5, 2_000_000_000L) / 1e9).isCloseTo(1, within(0.25));
    assertThat(counts.percentile(0.99, 2_000_000_000L) / 1e9).isCloseTo(1.98, within(0.5));
    // Within twenty seconds it is rare, but the worst percent knows it.
    assertThat(counts.percentile(0.5, 20_000_000_000L)).isZero();
    assertThat(counts.percentile(0.99, 20_000_000_000L) / 1e9).isCloseTo(1.8, within(0.45));
  }

  @Test
  void packedCountsAreTheSame() {
    LagCounts counts = new LagCounts();
    counts.addFall(50_000_000, 0);
    double perWeight = Math.scalb(1.0, 27 - LagCounts.WEIGHT_BITS + 1);
    LagCounts back = new LagCounts();
    back.add(counts.pack(perWeight), perWeight, counts.maxNanos(), 1);
    for (double p : new double[] {0.1, 0.5, 0.7, 0.9, 0.99}) {
      assertThat(back.percentile(p, 134_000_000)).isEqualTo(counts.percentile(p, 134_000_000));
    }
  }

  @Test
  void classesCoverAllLagsWithoutHoles() {
    for (int c = 1; c < LagClass.COUNT; c++) {
      assertThat(LagClass.lowest(c)).isEqualTo(LagClass.highest(c - 1) + 1);
      assertThat(LagClass.of(LagClass.lowest(c))).isEqualTo(c);
    }
    assertThat(Arrays.asList(LagClass.of(-1), LagClass.of(0), LagClass.of(4_095))).containsOnly(0);
    assertThat(LagClass.of(Long.MAX_VALUE)).isEqualTo(LagClass.COUNT - 1);
  }
}
