package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static dev.loopscope.agent.probe.ProbeSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeForksTest {
  private final ProbeSession session = new ProbeSession();

  @AfterEach
  void end() {
    session.close();
  }

  private static ForkJoinTask<?> task() {
    return ForkJoinTask.adapt(() -> {});
  }

  private static void takeUp(Object task) {
    LoopscopeForks.enter(task, "forkjoin", 2);
    LoopscopeForks.exit();
  }

  @Test
  void taskPushedFromOutsideKnowsItsWaitAndWhoPushedIt() {
    ForkJoinTask<?> task = task();
    run(() -> LoopscopeForks.pushed(task, null, false));
    long parent = records().get(0).id();

    takeUp(task);

    ProbeSession.Entry record = records().get(0);
    assertThat(record.parent()).isEqualTo(parent);
    assertThat(record.submitted()).isPositive().isLessThanOrEqualTo(record.start());
    assertThat(loop().isWorker()).isTrue();
  }

  @Test
  void pieceOfAComputationThatDividesItselfIsNotFollowed() {
    Object piece = new Object() {};
    LoopscopeForks.pushed(piece, null, true);

    takeUp(piece);

    assertThat(records().get(0).submitted()).isZero();
  }

  @Test
  void whatAnotherWorkerHasDoneIsNoRun() {
    ForkJoinTask<?> task = task();
    task.quietlyInvoke();

    takeUp(task);

    assertThat(LoopscopeLoops.find()).isNotNull();
    assertThat(records()).isEmpty();
    takeUp(task());
    assertThat(records()).hasSize(1);
  }

  @Test
  void cancelledTaskIsARunThatWasCancelled() {
    ForkJoinTask<?> task = task();
    task.cancel(false);

    takeUp(task);

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_CANCELLED);
  }

  @Test
  void cancellingWhatIsOverCountsNothing() {
    LoopscopeForks.cancels(-1);
    assertThat(LoopscopeLoops.unbound().get(LoopscopeCounts.CANCELLED)).isZero();

    LoopscopeForks.cancels(0);
    assertThat(LoopscopeLoops.unbound().get(LoopscopeCounts.CANCELLED)).isEqualTo(1);
  }

  @Test
  void taskWorkedOffInsideAnotherIsPartOfIt() {
    LoopscopeForks.enter(task(), "forkjoin", 2);
    takeUp(task());
    LoopscopeForks.exit();

    assertThat(records()).hasSize(1);
  }
}
