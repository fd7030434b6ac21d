package dev.loopscope.agent.it;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Workers over their limit, so that whoever watches asks about them: one whose own class of threads
 * is hostile, and a harmless one that waits for a lock which a hostile thread holds.
 */
final class HostileLocks {
  private static final long HELD_MILLIS = 150;
  private static final long PATIENCE_SECONDS = 20;

  /** Lives as long as the program, so that it is there when somebody attaches. */
  private static final Thread LASTING = start(HostileLocks::parkForEver, "lasting");

  private HostileLocks() {}

  private static Thread start(Runnable work, String name) {
    Thread thread = new HostileThread(work, name);
    thread.start();
    return thread;
  }

  private static void parkForEver() {
    while (true) {
      LockSupport.park();
    }
  }

  static String heldUp() throws InterruptedException {
    Object lock = new Object();
    CountDownLatch held = new CountDownLatch(1);
    Thread holder = start(() -> hold(lock, held), "holder");
    held.await();
    ExecutorService hostile = Executors.newFixedThreadPool(1, work -> new HostileThread(work, "h"));
    ExecutorService harmless = Executors.newFixedThreadPool(1);
    CountDownLatch passed = new CountDownLatch(2);
    for (ExecutorService pool : new ExecutorService[] {hostile, harmless}) {
      pool.execute(() -> pass(lock, passed));
      pool.shutdown();
    }
    boolean all = passed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    holder.join();
    return all && LASTING.isAlive() ? "both passed" : "did not run";
  }

  private static void hold(Object lock, CountDownLatch held) {
    synchronized (lock) {
      held.countDown();
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(HELD_MILLIS);
      while (System.nanoTime() < until) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
    }
  }

  private static void pass(Object lock, CountDownLatch passed) {
    synchronized (lock) {
      passed.countDown();
    }
  }
}
