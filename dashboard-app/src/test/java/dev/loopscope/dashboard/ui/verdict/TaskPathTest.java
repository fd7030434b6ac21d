package dev.loopscope.dashboard.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListTrace;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import org.junit.jupiter.api.Test;

class TaskPathTest {

  private final ListTrace trace = Chat.session(false).trace();

  private Run run(long id, long parent, long submitter) {
    Run run =
        new Run(id, parent, 1, RunKind.TASK, Outcome.DONE, 100, 0, 100 + 2 * id, 400, 0, submitter);
    trace.runs.add(new LocatedRun(1, run));
    return run;
  }

  @Test
  void wayBeginsWithTheFirstCauseAndEndsWithTheTask() {
    run(800_001, 0, 77);
    run(800_002, 800_001, 21);
    Run last = run(800_003, 800_002, 21);

    TaskPath path = TaskPath.to(trace, 1, last);

    assertThat(path.steps())
        .extracting(step -> ((Selected.OfRun) step.target()).run().id())
        .containsExactly(800_001L, 800_002L, 800_003L);
    assertThat(path.origin())
        .isEqualTo("Submitted by thread 77, outside of any run that was watched.");
    assertThat(path.steps().get(2).waitedNanos()).isEqualTo(1_600_006);
    assertThat(path.steps().get(2).name()).isEqualTo("ChatHandler");
  }

  @Test
  void submitterThatIsALoopIsCalledByItsName() {
    assertThat(TaskPath.to(trace, 1, run(800_001, 0, 22)).origin())
        .startsWith("Submitted by worker-2");
  }

  @Test
  void causeThatIsGoneIsSaid() {
    assertThat(TaskPath.to(trace, 1, run(800_001, 5_000_000, 0)).origin())
        .isEqualTo("Caused by a run that is no longer kept.");
  }

  @Test
  void circleInADamagedRecordingEnds() {
    run(800_001, 800_002, 0);
    TaskPath path = TaskPath.to(trace, 1, run(800_002, 800_001, 0));

    assertThat(path.steps()).hasSize(2);
  }

  @Test
  void runThatLastsIsTheLastStep() {
    run(800_001, 0, 0);
    OpenRun open = new OpenRun(800_002, 800_001, 1, RunKind.TASK, 100, 0, 350, 0);

    TaskPath path = TaskPath.to(trace, 2, open);

    assertThat(path.steps().get(1).ranNanos()).isEqualTo(-1);
    assertThat(path.steps().get(1).waitedNanos()).isEqualTo(250);
    assertThat(path.steps().get(1).target()).isEqualTo(new Selected.OfOpenRun(2, open));
  }
}
