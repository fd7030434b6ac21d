package dev.loopscope.agent.it;

import java.util.concurrent.CountDownLatch;

/** Two threads, neither of them a loop, that wait for each other as long as the program lives. */
final class DeadlockedThreads {
  private final Object left = new Object();
  private final Object right = new Object();
  private final CountDownLatch bothHeld = new CountDownLatch(2);

  private DeadlockedThreads() {}

  static void start() {
    DeadlockedThreads threads = new DeadlockedThreads();
    daemon("left-first", () -> threads.take(threads.left, threads.right));
    daemon("right-first", () -> threads.take(threads.right, threads.left));
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void take(Object first, Object second) {
    synchronized (first) {
      bothHeld.countDown();
      try {
        bothHeld.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      synchronized (second) {
        throw new IllegalStateException("two threads hold the same lock");
      }
    }
  }
}
