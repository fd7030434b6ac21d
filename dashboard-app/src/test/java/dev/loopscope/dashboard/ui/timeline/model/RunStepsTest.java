package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.timeline.FakeTrace;
import dev.loopscope.protocol.RunKind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunStepsTest {

  private static final long SECOND = 1_000_000_000L;

  private final FakeTrace trace =
      new FakeTrace()
          .extent(0, 100 * SECOND)
          .loop(1, "a-1", "a")
          .loop(2, "b-1", "b")
          .run(1, 1, 0, 0, RunKind.TASK, 10 * SECOND, 11 * SECOND)
          .run(1, 2, 0, 0, RunKind.TASK, 20 * SECOND, 21 * SECOND)
          .run(2, 3, 2, 0, RunKind.TASK, 50 * SECOND, 51 * SECOND);

  private final TimelineModel model =
      new TimelineModel(trace, new NoAlerts(), new Selection(), false, () -> 0);
  private final RunSteps steps = new RunSteps(model);

  private static final class NoAlerts implements AlertLog {
    @Override
    public long version() {
      return 0;
    }

    @Override
    public List<Alert> alerts() {
      return List.of();
    }
  }

  @BeforeEach
  void pull() {
    model.pull();
  }

  private long selectedRun() {
    return model.selection().selected() instanceof Selected.OfRun of ? of.run().id() : 0;
  }

  private void select(int loop, long id) {
    LocatedRun found = Objects.requireNonNull(trace.find(id));
    model.selection().select(new Selected.OfRun(loop, found.run()));
  }

  private FlowLinks links() {
    Selected.OfRun of = (Selected.OfRun) model.selection().selected();
    return FlowLinks.find(trace, of.loop(), of.run());
  }

  @Test
  void stepsAlongTheLaneSelectTheNextRunAndStopAtTheLast() {
    select(1, 1);
    steps.alongLane(true);
    assertThat(selectedRun()).isEqualTo(2);
    steps.alongLane(true);
    assertThat(selectedRun()).isEqualTo(2);
    steps.alongLane(false);
    assertThat(selectedRun()).isEqualTo(1);
  }

  @Test
  void stepsAlongTheFlowGoToTheChildAndBack() {
    select(1, 2);
    steps.toChild(links());
    assertThat(selectedRun()).isEqualTo(3);
    steps.toParent(links());
    assertThat(selectedRun()).isEqualTo(2);
  }

  @Test
  void linksOfAnotherRunLeadNowhere() {
    select(1, 2);
    FlowLinks stale = links();
    select(1, 1);
    steps.toChild(stale);
    assertThat(selectedRun()).isEqualTo(1);
  }

  @Test
  void aStepBringsTheRunIntoSight() {
    model.viewport().show(new TimeSpan(0, 15 * SECOND));
    select(1, 1);
    steps.alongLane(true);
    assertThat(model.viewport().span().contains(20 * SECOND)).isTrue();
  }

  @Test
  void upAndDownSelectLanesAndReachHeaders() {
    steps.overRows(1);
    assertThat(steps.cursorRow()).isZero();
    steps.overRows(1);
    assertThat(model.selection().selected()).isEqualTo(new Selected.OfLoop(1));
    steps.overRows(2);
    assertThat(model.selection().selected()).isEqualTo(new Selected.OfLoop(2));
    steps.overRows(-1);
    steps.toggleGroup();
    assertThat(model.lanes().layout().indexOf(2)).isEqualTo(2);
    assertThat(model.lanes().layout().size()).isEqualTo(3);
  }

  @Test
  void searchMatchesTypesByPartOfTheirName() {
    trace.type(4, "com.acme.ChatHandler").type(5, "com.acme.Other");
    model.search().setQuery("  chat ");
    assertThat(model.search().matches(4, trace::typeName)).isTrue();
    assertThat(model.search().matches(5, trace::typeName)).isFalse();
    model.search().setQuery("");
    assertThat(model.search().isActive()).isFalse();
  }

  @Test
  void aSecondMarkAtTheSamePlaceTakesTheFirstAway() {
    model.marks().toggle(5 * SECOND, 10);
    model.marks().toggle(3 * SECOND, 10);
    assertThat(model.marks().moments()).containsExactly(3 * SECOND, 5 * SECOND);
    model.marks().toggle(5 * SECOND + 5, 10);
    assertThat(model.marks().moments()).containsExactly(3 * SECOND);
  }
}
