package dev.loopscope.dashboard.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevealTest {

  private static final long MILLI = 1_000_000L;
  private static final int LOOPS = 200;
  private static final double HEIGHT = 100;

  private final FakeTrace trace = new FakeTrace().extent(0, 10_000 * MILLI);
  private final Selection selection = new Selection();
  private final TimelineModel model =
      new TimelineModel(trace, new FakeAlerts(), selection, false, () -> 0);

  @BeforeEach
  void show() {
    for (int loop = 1; loop <= LOOPS; loop++) {
      trace.loop(loop, "worker-" + loop, "worker");
    }
    model.pull();
    model.scroll().heightIs(HEIGHT, model.lanes().layout());
  }

  private boolean isInSight(int loop) {
    int row = model.lanes().layout().indexOf(loop);
    double top = model.lanes().layout().top(row);
    return top >= model.scroll().offset()
        && top + model.lanes().layout().height(row) <= model.scroll().offset() + HEIGHT;
  }

  @Test
  void timeAndLaneOfWhatIsSelectedComeIntoSight() {
    assertThat(isInSight(150)).isFalse();
    TimeSpan stall = new TimeSpan(5_000 * MILLI, 5_300 * MILLI);

    selection.select(new Selected.OfLoop(150));
    model.reveal(stall);

    assertThat(isInSight(150)).isTrue();
    assertThat(model.visible().fromNanos()).isLessThanOrEqualTo(stall.fromNanos());
    assertThat(model.visible().toNanos()).isGreaterThanOrEqualTo(stall.toNanos());
  }

  @Test
  void whatIsOnNoLaneLeavesTheLanesWhereTheyAre() {
    selection.select(new Selected.OfLoop(150));
    model.reveal(new TimeSpan(0, MILLI));
    double before = model.scroll().offset();

    selection.clear();
    model.reveal(new TimeSpan(2_000 * MILLI, 2_001 * MILLI));

    assertThat(model.scroll().offset()).isEqualTo(before);
  }
}
