package dev.loopscope.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoopscopeQueuesTest {
  private final ProbeSession session = new ProbeSession();

  /** Would count if its code were called. */
  private static final class ApplicationsQueue extends LinkedBlockingQueue<Runnable> {
    private static final long serialVersionUID = 1;

    @Override
    public int size() {
      throw new AssertionError("the application's code was called");
    }
  }

  private record Task() implements Runnable, Comparable<Task> {
    @Override
    public void run() {
      // never
    }

    @Override
    public int compareTo(Task other) {
      return 0;
    }
  }

  @AfterEach
  void end() {
    session.close();
  }

  static Stream<BlockingQueue<Runnable>> known() {
    return Stream.of(
        new LinkedBlockingQueue<>(),
        new ArrayBlockingQueue<>(9),
        new LinkedBlockingDeque<>(),
        new PriorityBlockingQueue<>());
  }

  private static LoopscopeLoop worker(BlockingQueue<Runnable> queue) {
    // no worker is ever started: the queue is filled by hand
    ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.HOURS, queue);
    LoopscopePoolWorkers.started(pool, null, "thread-pool", 2);
    return ProbeSession.loop();
  }

  @ParameterizedTest
  @MethodSource("known")
  void lengthOfTheJdksQueuesIsKnown(BlockingQueue<Runnable> queue) {
    LoopscopeLoop loop = worker(queue);
    assertThat(LoopscopeQueues.waiting(loop)).isZero();

    for (int i = 0; i < 3; i++) {
      queue.add(new Task());
    }

    assertThat(LoopscopeQueues.waiting(loop)).isEqualTo(3);
  }

  @Test
  void queueOfTheApplicationsIsNeverAsked() {
    assertThat(LoopscopeQueues.waiting(worker(new ApplicationsQueue())))
        .isEqualTo(LoopscopeQueues.UNKNOWN);
  }

  @Test
  void loopThatIsNoWorkerHasNoLength() {
    LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());

    assertThat(loop).isNotNull();
    assertThat(LoopscopeQueues.waiting(ProbeSession.loop())).isEqualTo(LoopscopeQueues.UNKNOWN);
  }
}
