package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.timeline.FakeTrace;
import dev.loopscope.protocol.RunKind;
import org.junit.jupiter.api.Test;

class LagModelTest {

  private static final long MILLI = 1_000_000L;

  private final FakeTrace trace =
      new FakeTrace()
          .extent(0, 1_000 * MILLI)
          .loop(1, "a", "g")
          .loop(2, "b", "g")
          .run(1, 1, 0, 0, RunKind.TASK, 0, 100 * MILLI)
          .run(2, 2, 0, 0, RunKind.TASK, 500 * MILLI, 800 * MILLI);

  private final TimeSpan whole = new TimeSpan(0, 1_000 * MILLI);

  @Test
  void allLoopsTogetherShowTheWorstOfThem() {
    LagSeries worst = LagSeries.read(trace, 0, whole, 10);
    assertThat(worst.maxNanos()[0]).isEqualTo(100 * MILLI);
    assertThat(worst.maxNanos()[5]).isEqualTo(300 * MILLI);
    assertThat(worst.peakNanos()).isEqualTo(300 * MILLI);
  }

  @Test
  void oneLoopShowsItsOwnLag() {
    assertThat(LagSeries.read(trace, 1, whole, 10).peakNanos()).isEqualTo(100 * MILLI);
  }

  @Test
  void theAxisHoldsPeakAndLimit() {
    for (boolean logarithmic : new boolean[] {true, false}) {
      LagAxis axis = LagAxis.over(300 * MILLI, 50 * MILLI, logarithmic, 100);
      assertThat(axis.y(300 * MILLI)).isBetween(0.0, 30.0);
      assertThat(axis.y(50 * MILLI)).isBetween(axis.y(300 * MILLI), 100.0);
      assertThat(axis.y(0)).isEqualTo(100);
      assertThat(axis.lines()).isNotEmpty().isSorted();
    }
  }

  @Test
  void aRangeIsSummedUpInOneLine() {
    RangeSummary summary = RangeSummary.of(trace, new TimeSpan(500 * MILLI, 800 * MILLI));
    assertThat(summary.text())
        .startsWith("300 ms · 1 run · busiest b")
        .contains("worst lag 300 ms");
  }

  @Test
  void anIdleRangeSaysHowLongItIs() {
    RangeSummary summary = RangeSummary.of(trace, new TimeSpan(900 * MILLI, 950 * MILLI));
    assertThat(summary.text()).isEqualTo("50 ms · 0 runs");
  }
}
