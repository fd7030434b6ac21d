package dev.loopscope.samples.ownloop;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The queue of a loop. */
final class Inbox {
  private static final int CAPACITY = 1_000;

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>(CAPACITY);

  /** Gives a task to the loop; false when there are too many. */
  boolean offer(Runnable task) {
    return queue.offer(task);
  }

  /** Waits for the next task. */
  Runnable take() throws InterruptedException {
    return queue.take();
  }
}
