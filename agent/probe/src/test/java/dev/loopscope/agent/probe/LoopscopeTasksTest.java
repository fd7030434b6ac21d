package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static dev.loopscope.agent.probe.ProbeSession.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopscopeTasksTest {
  private ProbeSession session = new ProbeSession();
  private final List<Runnable> ran = new ArrayList<>();

  private final class Task implements Runnable {
    @Override
    public void run() {
      ran.add(this);
    }

    @Override
    public String toString() {
      return "task of the application";
    }
  }

  @BeforeEach
  void begin() {
    session.close();
    session = new ProbeSession();
  }

  @AfterEach
  void end() {
    session.close();
  }

  @Test
  void wrappedTaskRunsAndTellsWhereItCameFrom() {
    Task task = new Task();
    long before = System.nanoTime();

    run(LoopscopeTasks.submit(task, null, false));

    assertThat(ran).containsExactly(task);
    ProbeSession.Entry record = records().get(0);
    assertThat(record.kind()).isEqualTo(LoopscopeRecord.KIND_TASK);
    assertThat(record.outcome()).isEqualTo(LoopscopeRecord.OUTCOME_DONE);
    assertThat(record.type()).isEqualTo(Task.class.getName());
    assertThat(record.submitted()).isBetween(before, record.start());
    assertThat(record.end()).isGreaterThanOrEqualTo(record.start());
    assertThat(record.submitter()).isEqualTo(LoopscopeLoops.threadId(Thread.currentThread()));
    assertThat(record.parent()).isZero();
    assertThat(LoopscopeRecord.loopIndex(record.id())).isEqualTo(loop().index());
  }

  @Test
  void taskSubmittedInsideARunHasThatRunAsParent() {
    List<Runnable> queue = new ArrayList<>();
    run(() -> queue.add(LoopscopeTasks.submit(new Task(), Thread.currentThread(), false)));
    run(queue.get(0));

    List<ProbeSession.Entry> records = records();
    assertThat(records.get(1).parent()).isEqualTo(records.get(0).id());
  }

  @Test
  void thrownExceptionMakesTheRunFailed() {
    run(
        () -> {
          throw new IllegalStateException();
        });

    assertThat(records().get(0).outcome()).isEqualTo(LoopscopeRecord.OUTCOME_FAILED);
    assertThat(loop().counts().get(LoopscopeCounts.FAILED)).isOne();
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isZero();
  }

  @Test
  void runsOfABatchAreBackToBack() {
    LoopscopePolls.batchEnter("test", 3, 0);
    run(new Task());
    run(new Task());
    LoopscopePolls.batchExit();
    run(new Task());

    List<ProbeSession.Entry> records = records();
    assertThat(records.get(1).start()).isEqualTo(records.get(0).end());
    assertThat(records.get(2).start()).isGreaterThan(records.get(1).end());
  }

  @Test
  void taskInsideATaskIsCountedButPartOfTheOuterRun() {
    run(() -> run(LoopscopeTasks.submit(new Task(), Thread.currentThread(), false)));

    assertThat(ran).hasSize(1);
    assertThat(records()).hasSize(1);
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isEqualTo(2);
  }

  @Test
  void afterDetachAQueuedWrapperOnlyDelegates() {
    Runnable wrapper = LoopscopeTasks.submit(new Task(), null, false);
    long errors = LoopscopeErrors.count();
    LoopscopePoints.turnOff();

    run(wrapper);

    assertThat(ran).hasSize(1);
    assertThat(LoopscopeLoops.find()).isNull();
    assertThat(LoopscopeErrors.count()).isEqualTo(errors);
  }

  @Test
  void wakeUpTaskOfTheFrameworkIsNoSubmission() {
    class WakeUp implements Runnable {
      @Override
      public void run() {}
    }
    LoopscopeTypes.setInternalPrefixes(new String[] {"$1WakeUp"});
    try {
      WakeUp task = new WakeUp();
      assertThat(LoopscopeTasks.submit(task, null, false)).isSameAs(task);
      run(task);
    } finally {
      LoopscopeTypes.setInternalPrefixes(new String[0]);
    }

    assertThat(records().get(0).kind()).isEqualTo(LoopscopeRecord.KIND_INTERNAL);
    assertThat(loop().counts().get(LoopscopeCounts.DONE)).isZero();
    assertThat(LoopscopeLoops.unbound().get(LoopscopeCounts.SUBMITTED)).isZero();
  }

  @Test
  void timersOfTheFrameworkAreNotWrapped() {
    Task timer = new Task();

    assertThat(LoopscopeTasks.submit(timer, null, true)).isSameAs(timer);
    assertThat(LoopscopeLoops.unbound().get(LoopscopeCounts.SUBMITTED)).isZero();
  }

  @Test
  void submissionsCountForTheLoopThatIsToRunThem() {
    run(new Task());
    Runnable queued = LoopscopeTasks.submit(new Task(), Thread.currentThread(), false);
    LoopscopeTasks.submit(new Task(), new Thread(), false);
    LoopscopeTasks.rejected(queued, Thread.currentThread());
    LoopscopeTasks.rejected(new Task(), Thread.currentThread());

    LoopscopeCounts counts = loop().counts();
    assertThat(counts.get(LoopscopeCounts.SUBMITTED)).isOne();
    assertThat(counts.get(LoopscopeCounts.REJECTED)).isOne();
    assertThat(LoopscopeLoops.unbound().get(LoopscopeCounts.SUBMITTED)).isOne();
  }

  @Test
  void queueFindsATaskBehindItsWrapper() {
    Task task = new Task();
    LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    queue.add(new Task());
    queue.add(wrapped(task));

    assertThat(queue.remove(LoopscopeTasks.sought(task))).isTrue();
    assertThat(queue).hasSize(1);
    assertThat(queue.remove(LoopscopeTasks.sought(task))).isFalse();
  }

  @Test
  void applicationSeesItsOwnTask() {
    Task task = new Task();

    assertThat(LoopscopeTasks.unwrap(wrapped(task))).isSameAs(task);
    assertThat(wrapped(task)).hasToString("task of the application");
  }

  private static Runnable wrapped(Runnable task) {
    Runnable wrapper = LoopscopeTasks.submit(task, null, false);
    assertThat(wrapper).isInstanceOf(LoopscopeTask.class);
    return java.util.Objects.requireNonNull(wrapper);
  }

  @Test
  void futureThatNobodyWrappedIsNamedAfterItsCommand() {
    Task command = new Task();
    run(
        new Runnable() {
          @Override
          public void run() {
            LoopscopeFutures.command(this, command);
          }
        });

    assertThat(records().get(0).type()).isEqualTo(Task.class.getName());
  }
}
