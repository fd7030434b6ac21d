package dev.loopscope.agent.it;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A pool of one worker and a short queue, that is given more than it takes. */
public final class TightPoolProgram {
  static final int ROOM = 10;
  private static final long HELD_MILLIS = 1_500;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(1, 1, 1, TimeUnit.HOURS, new ArrayBlockingQueue<>(ROOM));

  private TightPoolProgram() {}

  public static void main(String[] arguments) throws Exception {
    TightPoolProgram program = new TightPoolProgram();
    program.pool.prestartAllCoreThreads();
    new ProgramCommands(program::overfill, program::block).serve();
    System.exit(0);
  }

  /** Holds the worker, fills the queue, gives {@code tasks} more, and lets go after a while. */
  private void overfill(OwnCounts counts, int tasks) throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    pool.execute(
        () -> {
          held.countDown();
          hold(HELD_MILLIS);
        });
    held.await();
    for (int i = 0; i < ROOM + tasks; i++) {
      try {
        pool.execute(counts.command(false));
        counts.submitted.incrementAndGet();
      } catch (RejectedExecutionException e) {
        counts.cancelled.incrementAndGet();
      }
    }
    while (counts.done.get() < ROOM) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private void block(long millis) throws Exception {
    pool.submit(() -> hold(millis)).get();
  }

  private static void hold(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
