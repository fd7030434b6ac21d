package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static dev.loopscope.agent.probe.ProbeSession.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimerTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeTimerThreadsTest {
  private final ProbeSession session = new ProbeSession();
  private final TimerTask task = new Task();
  private final @Nullable TimerTask[] queue = {null, task};

  private static final class Task extends TimerTask {
    @Override
    public void run() {
      // the hooks are called as the timer's queue would
    }
  }

  @AfterEach
  void end() {
    session.close();
  }

  private void take(boolean again) {
    LoopscopeTimerThreads.take(queue, again, "timer", 4);
  }

  @Test
  void runLastsFromTheTakingToTheNextLookIntoTheQueue() {
    LoopscopeTimerThreads.set(task);
    take(false);
    assertThat(loop().isInTask()).isTrue();
    LoopscopeTimerThreads.looks();

    ProbeSession.Entry record = records().get(0);
    assertThat(record.kind()).isEqualTo(LoopscopeRecord.KIND_TIMER);
    assertThat(record.type()).isEqualTo(Task.class.getName());
    assertThat(record.submitted()).isPositive();
    assertThat(record.due()).isNotZero().isLessThanOrEqualTo(record.start());
    assertThat(LoopscopeLoops.unbound().get(LoopscopeCounts.SCHEDULED)).isEqualTo(1);
  }

  @Test
  void periodicTaskKeepsItsOrigin() {
    LoopscopeTimerThreads.set(task);
    for (int i = 0; i < 2; i++) {
      take(true);
      LoopscopeTimerThreads.looks();
    }

    assertThat(records()).hasSize(2).allMatch(record -> record.submitted() > 0);
  }

  @Test
  void cancelledTaskIsTakenOutAndNeverRuns() {
    task.cancel();

    take(false);

    assertThat(LoopscopeLoops.find()).isNull();
  }

  @Test
  void somebodyElsesLookEndsNothing() {
    LoopscopeTimerThreads.looks();
    LoopscopeTimerThreads.emptied();

    assertThat(LoopscopeLoops.find()).isNull();
  }

  @Test
  void queueEmptiedInsideARunIsNoDeathWhenTheThreadGoesOn() {
    take(false);
    LoopscopeTimerThreads.emptied();
    assertThat(loop().diedNanos).isPositive();

    LoopscopeTimerThreads.looks();

    assertThat(loop().diedNanos).isZero();
    assertThat(records()).hasSize(1);
  }
}
