package dev.loopscope.agent.scenario.act;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Another thread's part in an act: it holds the lock, or sends the answer. */
final class Partner {

  /** What it does; may call {@link Partner#ready}. */
  interface Part {
    void play(Partner self) throws Exception;
  }

  private final Thread thread;
  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile @Nullable Exception failure;

  private Partner(String name, Part part) {
    thread = new Thread(() -> run(part), name);
    thread.setDaemon(true);
  }

  /** Starts a thread of that name. */
  static Partner start(String name, Part part) {
    Partner partner = new Partner(name, part);
    partner.thread.start();
    return partner;
  }

  private void run(Part part) {
    try {
      part.play(this);
    } catch (Exception e) {
      failure = e;
    } finally {
      ready();
    }
  }

  /** By the partner: whoever prepares may go on. */
  void ready() {
    ready.countDown();
  }

  Partner awaitReady() throws InterruptedException {
    ready.await();
    return this;
  }

  Thread thread() {
    return thread;
  }

  /** Waits for its end and tells what went wrong. */
  void finish() throws Exception {
    thread.join();
    Exception failed = failure;
    if (failed != null) {
      throw failed;
    }
  }
}
