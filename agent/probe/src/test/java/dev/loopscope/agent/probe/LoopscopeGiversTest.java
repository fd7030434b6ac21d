package dev.loopscope.agent.probe;

import static dev.loopscope.agent.probe.ProbeSession.loop;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopscopeGiversTest {
  /** So many that each gives way in the near slots before it is put once more. */
  private static final int OTHERS = 4 * LoopscopeSubmissions.NEAR_SLOTS;

  private static final int TASKS = 1_000_000;

  private final ProbeSession session = new ProbeSession();
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void end() {
    over.set(true); // also when the test failed before
    session.close();
    LoopscopeGivers.reset();
  }

  @Test
  void taskThatARunTurnsOutToBeKeepsItsOriginWhileOthersMoveIt() throws Exception {
    LoopscopeGivers.put(this); // the first one makes the table
    Thread others = new Thread(this::giveOthers);
    others.start();
    int unknown = 0;
    int withoutOrigin = 0;
    LoopscopeCurrent current = new LoopscopeCurrent();
    for (int i = 0; i < TASKS; i++) {
      Object task = new BitSet(0);
      LoopscopeGivers.put(task);
      LoopscopePoolWorkers.locked(Thread.currentThread(), this, "thread-pool", 2);
      unknown += LoopscopeGivers.isRunning(loop(), task) ? 0 : 1;
      withoutOrigin += loop().readCurrent(current) && current.submittedNanos > 0 ? 0 : 1;
      LoopscopePoolWorkers.unlocked(Thread.currentThread());
    }
    over.set(true);
    others.join();

    assertThat(unknown).as("tasks that are not known again").isZero();
    assertThat(withoutOrigin).as("tasks without origin").isZero();
  }

  /** Other tasks, of another class so that none can be taken for one of the test's. */
  private void giveOthers() {
    Object[] tasks = new Object[OTHERS];
    for (int i = 0; i < OTHERS; i++) {
      tasks[i] = new Object();
    }
    for (int i = 0; !over.get(); i = (i + 1) % OTHERS) {
      LoopscopeGivers.put(tasks[i]);
    }
  }
}
