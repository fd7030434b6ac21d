package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopePoolWorkersTest {
  private static final Object POOL = new Object();

  private final ProbeSession session = new ProbeSession();

  @AfterEach
  void end() {
    session.close();
  }

  private static void lock() {
    LoopscopePoolWorkers.locked(Thread.currentThread(), POOL, "thread-pool", 2);
  }

  private static void unlock() {
    LoopscopePoolWorkers.unlocked(Thread.currentThread());
  }

  private static void started() {
    LoopscopePoolWorkers.started(POOL, null, "thread-pool", 2);
  }

  @Test
  void taskIsNamedByWhatTheWorkerTookAndKnowsItsOrigin() {
    Object task = new java.util.BitSet();
    started();
    LoopscopePoolWorkers.given(task);
    LoopscopePoolWorkers.took(task);
    lock();
    unlock();

    ProbeSession.Entry record = records().get(0);
    assertThat(record.type()).isEqualTo("java.util.BitSet");
    assertThat(record.submitted()).isPositive().isLessThanOrEqualTo(record.start());
  }

  @Test
  void unlockingWithoutATaskEndsNothing() {
    started();
    unlock();

    assertThat(records()).isEmpty();
  }

  @Test
  void somebodyElsesUnlockEndsNothing() {
    lock();
    LoopscopePoolWorkers.unlocked(new Thread("other"));

    assertThat(loop().isInTask()).isTrue();
  }

  @Test
  void taskThatSelectsAgainAndAgainIsALoopOfItsOwn() {
    lock();
    for (int i = 0; i < 20; i++) {
      LoopscopePolls.enter(POOL, "selector", 1, 0);
      LoopscopePolls.exit(0);
    }
    unlock();

    assertThat(records())
        .isNotEmpty()
        .allSatisfy(record -> assertThat(record.kind()).isEqualTo(LoopscopeRecord.KIND_IO));
    assertThat(loop().counts().get(LoopscopeCounts.SUBMITTED)).isZero();
  }

  @Test
  void taskThatSelectsOnceIsJustATask() {
    lock();
    LoopscopePolls.enter(POOL, "selector", 1, 0);
    LoopscopePolls.exit(0);
    unlock();

    assertThat(records()).hasSize(1);
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isOne();
  }

  @Test
  void runOfAFrameworkInsideAPoolsTaskIsCountedOnce() {
    lock();
    ProbeSession.run(() -> {});
    unlock();

    assertThat(records()).hasSize(1);
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isOne();
  }

  @Test
  void refusedTasksAreCountedAndTheirPoolsWorkerIsKnown() {
    started();
    LoopscopePoolWorkers.refused(new Object());
    assertThat(LoopscopePoolWorkers.refusing()).isNull();

    LoopscopePoolWorkers.refused(POOL);

    assertThat(LoopscopePoolWorkers.refused()).isEqualTo(2);
    assertThat(LoopscopePoolWorkers.refusing()).isSameAs(loop());
  }

  @Test
  void nothingIsCountedAsRefusedBetweenSessions() {
    LoopscopePoints.turnOff();

    LoopscopePoolWorkers.refused(POOL);

    assertThat(LoopscopePoolWorkers.refused()).isZero();
  }

  @Test
  void futureThatWasTakenBeforeAnybodyWatchedFindsItsOriginWhenItRuns() {
    FutureTask<String> future = new FutureTask<>(() -> "done");
    LoopscopePoolWorkers.futureMade(future);
    lock(); // nothing is known of what it took
    LoopscopePoolWorkers.futureRuns(future, () -> "done", 0);
    unlock();

    ProbeSession.Entry record = records().get(0);
    assertThat(record.submitted()).isPositive().isLessThanOrEqualTo(record.start());
  }

  @Test
  void futureThatTheTaskItselfMadeAndRanIsNotTakenForTheTask() {
    lock(); // nothing is known of what it took
    FutureTask<String> inner = new FutureTask<>(() -> "done");
    LoopscopePoolWorkers.futureMade(inner);
    LoopscopePoolWorkers.futureRuns(inner, () -> "done", 0);
    unlock();

    ProbeSession.Entry record = records().get(0);
    assertThat(record.submitted()).as("not known").isZero();
    assertThat(record.parent()).as("not its own").isZero();
  }
}
