package dev.loopscope.dashboard.store;

import static dev.loopscope.dashboard.store.Samples.MS;
import static dev.loopscope.dashboard.store.Samples.SECOND;
import static dev.loopscope.dashboard.store.Samples.batch;
import static dev.loopscope.dashboard.store.Samples.open;
import static dev.loopscope.dashboard.store.Samples.span;
import static dev.loopscope.dashboard.store.Samples.state;
import static dev.loopscope.dashboard.store.Samples.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupSeriesTest {

  private final TraceStore store = new TraceStore();

  @BeforeEach
  void attach() {
    store.accept(Samples.hello());
    for (int loop = 1; loop <= 4; loop++) {
      store.accept(Samples.loop(loop));
    }
  }

  @Test
  void lagOfAGroupIsThatOfATaskThatArrivesAtAnyOfItsLoops() {
    store.accept(batch(1, task(1, 0, 0, SECOND)));
    LoopSeries group = store.series(List.of(1, 2, 3, 4), span(0, SECOND), 1);
    assertThat(group.lagMaxNanos()[0]).isEqualTo(SECOND);
    // One of four loops is late, so half of the arrivals find no lag at all.
    assertThat(group.lagP50Nanos()[0]).isZero();
    assertThat((double) group.lagP99Nanos()[0]).isCloseTo(0.96e9, within(0.1e9));
    assertThat(group.runs()[0]).isEqualTo(1);
    assertThat(group.busy()[0]).isCloseTo(0.25, within(0.01));
  }

  @Test
  void stallInProgressCountsWhileItLasts() {
    store.accept(state(1, SECOND, open(7, 0), 0));
    store.accept(state(2, SECOND, null, 0));
    LoopSeries group = store.series(List.of(1, 2), span(0, SECOND), 1);
    assertThat(group.lagMaxNanos()[0]).isEqualTo(SECOND);
    assertThat(group.lagP99Nanos()[0]).isGreaterThan(900 * MS);
    assertThat(group.lagP50Nanos()[0]).isLessThan(50 * MS);
  }

  @Test
  void groupOfOneIsThatLoop() {
    store.accept(batch(1, task(1, 0, 0, SECOND)));
    LoopSeries one = store.series(1, span(0, SECOND), 10);
    LoopSeries group = store.series(List.of(1), span(0, SECOND), 10);
    assertThat(group.lagP99Nanos()).isEqualTo(one.lagP99Nanos());
    assertThat(group.busy()).isEqualTo(one.busy());
  }

  @Test
  void loopsThatNobodyKnowsSayNothing() {
    LoopSeries group = store.series(List.of(99), span(0, SECOND), 1);
    assertThat(group.lagP99Nanos()[0]).isEqualTo(-1);
  }
}
