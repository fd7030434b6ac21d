package dev.loopscope.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Under their own names the probe's classes may not look into java.lang; past overridden methods
 * they look in {@code HarmlessTest}.
 */
class LoopscopeThreadReadingTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread waiting = new Thread(this::waitForTheEnd, "waiting");

  private void waitForTheEnd() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void letItEnd() {
    end.countDown();
  }

  @Test
  void aThreadThatWaitsIsFoundWithItsStateAndItsStack() {
    waiting.start();
    while (LoopscopeThreadReading.state(waiting) != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    Thread[] all = LoopscopeThreadReading.all();
    assertThat(all).contains(waiting).contains(Thread.currentThread());
    StackTraceElement[][] stacks = LoopscopeThreadReading.stacks(all);
    assertThat(stacks.length).isEqualTo(all.length);
    for (int i = 0; i < all.length; i++) {
      if (all[i] == waiting) {
        assertThat(stacks[i]).anyMatch(frame -> frame.getMethodName().equals("waitForTheEnd"));
      }
    }
    assertThat(LoopscopeThreadReading.stack(waiting))
        .anyMatch(frame -> frame.getMethodName().equals("waitForTheEnd"));
  }

  @Test
  void aThreadThatHasEndedHasAnEmptyStack() throws Exception {
    waiting.start();
    end.countDown();
    waiting.join();
    StackTraceElement[][] stacks = LoopscopeThreadReading.stacks(new Thread[] {waiting});
    assertThat(stacks[0]).isEmpty();
    assertThat(LoopscopeThreadReading.state(waiting)).isEqualTo(Thread.State.TERMINATED);
  }
}
