package dev.loopscope.agent.start;

import org.jspecify.annotations.Nullable;

/**
 * Work on a short-lived thread of our own, which has begun. What libraries leave behind in thread
 * locals ends with that thread, instead of keeping our class loader alive on one of the JVM's or
 * the application's threads.
 */
final class Errand {
  private final Thread thread;
  private volatile @Nullable Throwable thrown;

  private Errand(String name, Runnable work) {
    thread = AgentThreads.daemon(name, () -> run(work));
  }

  static Errand begin(String name, Runnable work) {
    Errand errand = new Errand(name, work);
    errand.thread.start();
    return errand;
  }

  private void run(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      thrown = e;
    }
  }

  /**
   * Waits until it is over.
   *
   * @throws RuntimeException or Error as thrown by the work
   */
  void await() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }
}
