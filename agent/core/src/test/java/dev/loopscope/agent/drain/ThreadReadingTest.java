package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadReadingTest {
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void end() {
    over.countDown();
  }

  /** A thread class whose every answer would be the application's code. */
  private class Hostile extends Thread {
    private final CountDownLatch waits = new CountDownLatch(1);

    @Override
    public void run() {
      waits.countDown();
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public State getState() {
      throw new AssertionError("the application's code was called");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new AssertionError("the application's code was called");
    }

    final void await() throws InterruptedException {
      start();
      waits.await();
    }
  }

  /** Even its number is not to be had. */
  private final class MoreHostile extends Hostile {
    @Override
    @SuppressWarnings("deprecation")
    public long getId() {
      throw new AssertionError("the application's code was called");
    }
  }

  @Test
  void threadOfTheJdksIsAskedItself() {
    Thread self = Thread.currentThread();

    assertThat(ThreadReading.state(self, id(self))).isEqualTo(Thread.State.RUNNABLE);
    assertThat(ThreadReading.stack(self, id(self)))
        .extracting(StackTraceElement::getMethodName)
        .contains("threadOfTheJdksIsAskedItself");
  }

  @Test
  void threadThatAnswersItselfIsReadAnotherWay() throws Exception {
    Hostile thread = new Hostile();
    thread.await();

    assertThat(ThreadReading.stack(thread, id(thread)))
        .extracting(StackTraceElement::getClassName)
        .contains(Hostile.class.getName());
    assertThat(ThreadReading.state(thread, id(thread)))
        .isIn(Thread.State.WAITING, Thread.State.RUNNABLE);
  }

  @Test
  void threadThatHidesItsNumberTooIsLeftAlone() throws Exception {
    MoreHostile thread = new MoreHostile();
    thread.await();

    assertThat(ThreadReading.stack(thread, 0)).isEmpty();
    assertThat(ThreadReading.state(thread, 0)).isEqualTo(Thread.State.RUNNABLE);
  }

  @SuppressWarnings("deprecation")
  private static long id(Thread thread) {
    return thread.getId();
  }
}
