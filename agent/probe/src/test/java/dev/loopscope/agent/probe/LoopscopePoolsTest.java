package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static dev.loopscope.agent.probe.ProbeSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopePoolsTest {
  private static final Object TASK = new Object();

  private final ProbeSession session = new ProbeSession();

  @AfterEach
  void end() {
    session.close();
  }

  private static void runTask(long number, long due, boolean periodic, boolean cancelled) {
    LoopscopePools.enter(TASK, number, due, periodic, cancelled, "scheduled-pool", 4);
    LoopscopePools.exit(null, cancelled);
  }

  @Test
  void originIsFoundByTheTasksNumber() {
    run(() -> LoopscopePools.created(0));
    long parent = records().get(0).id();

    runTask(0, System.nanoTime() + 1_000_000, false, false);

    ProbeSession.Entry record = records().get(0);
    assertThat(record.parent()).isEqualTo(parent);
    assertThat(record.submitted()).isPositive();
    assertThat(record.kind()).isEqualTo(LoopscopeRecord.KIND_TIMER);
  }

  @Test
  void taskThatWasDueAtOnceIsATask() {
    long due = System.nanoTime();
    LoopscopePools.created(1);

    runTask(1, due, false, false);

    assertThat(records().get(0).kind()).isEqualTo(LoopscopeRecord.KIND_TASK);
    assertThat(records()).isEmpty();
  }

  @Test
  void periodicTaskKeepsItsOriginForEveryRun() {
    LoopscopePools.created(2);

    runTask(2, System.nanoTime(), true, false);
    runTask(2, System.nanoTime(), true, false);

    assertThat(records())
        .hasSize(2)
        .allSatisfy(record -> assertThat(record.submitted()).isPositive())
        .allSatisfy(record -> assertThat(record.due()).isPositive());
  }

  @Test
  void cancelledTaskGivesItsOriginBack() {
    LoopscopePools.created(3);
    LoopscopePools.cancelled(true, 3);

    runTask(3, System.nanoTime(), false, true);

    ProbeSession.Entry record = records().get(0);
    assertThat(record.outcome()).isEqualTo(LoopscopeRecord.OUTCOME_CANCELLED);
    assertThat(record.submitted()).isZero();
    assertThat(LoopscopeLoops.unbound().get(LoopscopeCounts.CANCELLED)).isOne();
  }

  @Test
  void cancellingAPeriodicTaskDuringItsRunLeavesThatRunDone() {
    LoopscopePools.enter(TASK, 5, System.nanoTime(), true, false, "scheduled-pool", 4);
    LoopscopePools.commandRuns();
    LoopscopePools.exit(null, true);

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_DONE);
  }

  @Test
  void cancellingATaskDuringItsRunMakesItCancelled() {
    LoopscopePools.enter(TASK, 6, System.nanoTime(), false, false, "scheduled-pool", 4);
    LoopscopePools.exit(null, true);

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_CANCELLED);
  }

  @Test
  void failureOfTheRunningFutureFailsTheRun() {
    LoopscopePools.enter(TASK, 4, 0, false, false, "scheduled-pool", 4);
    LoopscopeFutures.failed(new Object());
    assertThat(loop().isRunning(TASK)).isTrue();
    LoopscopeFutures.failed(TASK);
    LoopscopePools.exit(null, false);

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_FAILED);
  }

  @Test
  void periodicTaskCancelledJustBeforeItsCommandDidNotRun() {
    LoopscopePools.enter(TASK, 7, System.nanoTime(), true, false, "scheduled-pool", 4);
    LoopscopePools.exit(null, true);

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_CANCELLED);
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isZero();
  }
}
