package dev.loopscope.dashboard.store;

import static dev.loopscope.dashboard.store.Samples.ATTACHED;
import static dev.loopscope.dashboard.store.Samples.MS;
import static dev.loopscope.dashboard.store.Samples.batch;
import static dev.loopscope.dashboard.store.Samples.span;
import static dev.loopscope.dashboard.store.Samples.state;
import static dev.loopscope.dashboard.store.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds the series of loops and of groups of them against the definition of lag, moment by moment:
 * how long a task would have waited that arrived then at any of the loops.
 */
class LagDefinitionTest {

  private static final int MILLIS = 6_000;
  private static final int LOOPS = 3;

  private final TraceStore store = new TraceStore();
  private final long[][] lags = new long[LOOPS + 1][MILLIS];

  @ParameterizedTest
  @CsvSource({"1,1", "2,4", "3,8", "4,60", "5,240"})
  void seriesOfLoopsAndOfTheirGroupAreThoseOfTheDefinition(long seed, int buckets) {
    fill(new Random(seed));
    for (int loop = 1; loop <= LOOPS; loop++) {
      check(store.series(loop, span(0, MILLIS * MS), buckets), buckets, List.of(loop));
    }
    List<Integer> all = List.of(1, 2, 3);
    check(store.series(all, span(0, MILLIS * MS), buckets), buckets, all);
  }

  /** Loop 1 works in order, loop 2 is overtaken, loop 3 works and then is stuck to the end. */
  private void fill(Random random) {
    store.accept(Samples.hello());
    for (int loop = 1; loop <= LOOPS; loop++) {
      store.accept(Samples.loop(loop));
      List<Run> runs = new ArrayList<>();
      int until = loop == LOOPS ? MILLIS / 2 : MILLIS;
      int free = random.nextInt(100);
      int submitted = 0;
      while (true) {
        int start = free + random.nextInt(30);
        submitted = loop == 2 ? start - random.nextInt(200) : Math.min(start, submitted + 17);
        int ready = Math.max(0, submitted);
        free = start + 1 + random.nextInt(40);
        if (free >= until) {
          break;
        }
        runs.add(task(loop * 10_000L + runs.size(), at(ready), at(start), at(free)));
        late(loop, ready, free);
      }
      store.accept(batch(loop, runs.toArray(Run[]::new)));
    }
    int ready = MILLIS / 2 + 100;
    long from = ATTACHED + (ready + 50) * MS;
    OpenRun stuck = new OpenRun(99, 0, 1, RunKind.TASK, ATTACHED + ready * MS, 0, from, 1);
    late(LOOPS, ready, MILLIS);
    for (int loop = 1; loop <= LOOPS; loop++) {
      store.accept(state(loop, at(MILLIS), loop == LOOPS ? stuck : null, 0));
    }
  }

  private static long at(int millis) {
    return millis * MS;
  }

  /** From {@code ready} on whoever comes waits until {@code end}, at least. */
  private void late(int loop, int ready, int end) {
    for (int moment = ready; moment < end; moment++) {
      lags[loop][moment] = Math.max(lags[loop][moment], end - moment);
    }
  }

  private void check(LoopSeries series, int buckets, List<Integer> loops) {
    int each = MILLIS / buckets;
    for (int b = 0; b < buckets; b++) {
      long[] exact = new long[each * loops.size()];
      int n = 0;
      for (int loop : loops) {
        for (int moment = b * each; moment < (b + 1) * each; moment++) {
          exact[n++] = lags[loop][moment] * MS;
        }
      }
      Arrays.sort(exact);
      String where = loops + " in bucket " + b + " of " + buckets;
      // a percentile is known to its class, a quarter; the definition is sampled once a millisecond
      near(series.lagP50Nanos()[b], exact, 0.5, where + ", p50");
      near(series.lagP99Nanos()[b], exact, 0.99, where + ", p99");
      assertThat(series.lagMaxNanos()[b])
          .as(where + ", max")
          .isBetween(exact[n - 1] - MS, exact[n - 1] + MS);
    }
  }

  private static void near(long seen, long[] exact, double p, String what) {
    int slack = Math.max(1, exact.length / 200);
    int at = (int) (p * exact.length);
    long low = exact[Math.max(0, at - slack)];
    long high = exact[Math.min(exact.length - 1, at + slack)];
    assertThat(seen).as(what).isBetween(low - MS, high + high / 4 + MS);
  }
}
