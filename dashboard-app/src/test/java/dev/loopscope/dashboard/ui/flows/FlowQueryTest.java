package dev.loopscope.dashboard.ui.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.support.ListTrace;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import org.junit.jupiter.api.Test;

class FlowQueryTest {

  private static final TimeSpan ALL = new TimeSpan(0, 1_000);

  private final ListTrace trace = new ListTrace();

  private void run(int loop, long id, long parent, RunKind kind, long from, long to) {
    Run run = new Run(id, parent, 1, kind, Outcome.DONE, from - 5, 0, from, to, 0, 0);
    trace.runs.add(new LocatedRun(loop, run));
  }

  private FlowQuery.Answer ask() {
    return new FlowQuery(ALL, 100, 1_000).ask(trace);
  }

  @Test
  void flowHoldsAllThatItsFirstRunCaused() {
    run(1, 1, 0, RunKind.TASK, 10, 20);
    run(2, 2, 1, RunKind.TASK, 30, 40);
    run(1, 3, 2, RunKind.TIMER, 100, 110);

    assertThat(ask().rows())
        .singleElement()
        .satisfies(
            flow -> {
              assertThat(flow.root().id()).isEqualTo(1);
              assertThat(flow.runs()).isEqualTo(3);
              assertThat(flow.loops()).isEqualTo(2);
              assertThat(flow.fromNanos()).isEqualTo(5);
              assertThat(flow.toNanos()).isEqualTo(110);
              assertThat(flow.busyNanos()).isEqualTo(30);
            });
  }

  @Test
  void inputOutputDoesNotTieItsTasksTogether() {
    run(1, 1, 0, RunKind.IO, 0, 5);
    run(1, 2, 1, RunKind.TASK, 10, 20);
    run(1, 3, 2, RunKind.TASK, 20, 30);
    run(1, 4, 1, RunKind.TASK, 40, 50);
    run(1, 5, 4, RunKind.TASK, 50, 60);

    assertThat(ask().rows()).hasSize(2);
  }

  @Test
  void tooManyRunsAreSaidToBeTooMany() {
    run(1, 1, 0, RunKind.TASK, 10, 20);
    run(1, 2, 1, RunKind.TASK, 30, 40);

    assertThat(new FlowQuery(ALL, 100, 1).ask(trace).complete()).isFalse();
  }
}
