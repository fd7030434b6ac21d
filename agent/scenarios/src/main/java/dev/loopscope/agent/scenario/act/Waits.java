package dev.loopscope.agent.scenario.act;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** The loop waits for time to pass or for another thread's word. */
public final class Waits {

  private Waits() {}

  /** Sleeps. */
  public static final class Sleep extends BlockingAct {
    @Override
    void block(Block block) throws Exception {
      block.nextLine();
      Thread.sleep(block.plannedMillis());
    }
  }

  /** Parks without anything to wait for. */
  public static final class Park extends BlockingAct {
    @Override
    void block(Block block) {
      block.inMethod();
      long until = block.untilNanos();
      while (System.nanoTime() < until) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
    }
  }

  /** Waits until somebody else does what is missing. */
  private abstract static class Awaiting extends BlockingAct {
    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner partner;

    /** Called by another thread when the loop has waited for long enough. */
    abstract void release() throws Exception;

    @Override
    public void prepare(Block block) {
      partner =
          Partner.start(
              "releaser",
              self -> {
                block.outlast();
                release();
              });
    }

    @Override
    public void tidy() throws Exception {
      partner.finish();
    }
  }

  /** {@code Object.wait}. */
  public static final class ObjectWait extends Awaiting {
    private final Object monitor = new Object();
    private boolean done;

    @Override
    void block(Block block) throws Exception {
      synchronized (monitor) {
        while (!done) {
          block.nextLine();
          monitor.wait();
        }
      }
    }

    @Override
    void release() {
      synchronized (monitor) {
        done = true;
        monitor.notifyAll();
      }
    }
  }

  /** {@code CountDownLatch.await}. */
  public static final class Latch extends Awaiting {
    private final CountDownLatch latch = new CountDownLatch(1);

    @Override
    void block(Block block) throws Exception {
      block.nextLine();
      latch.await();
    }

    @Override
    void release() {
      latch.countDown();
    }
  }

  /** {@code CompletableFuture.join}. */
  public static final class FutureJoin extends Awaiting {
    private final CompletableFuture<String> answer = new CompletableFuture<>();

    @Override
    void block(Block block) {
      block.nextLine();
      String unused = answer.join();
    }

    @Override
    void release() {
      answer.complete("answer");
    }
  }

  /** {@code FutureTask.get}. */
  public static final class FutureGet extends Awaiting {
    private final FutureTask<String> answer = new FutureTask<>(() -> "answer");

    @Override
    void block(Block block) throws Exception {
      block.nextLine();
      String unused = answer.get();
    }

    @Override
    void release() {
      answer.run();
    }
  }

  /** {@code BlockingQueue.take}. */
  public static final class QueueTake extends Awaiting {
    private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

    @Override
    void block(Block block) throws Exception {
      block.nextLine();
      String unused = queue.take();
    }

    @Override
    void release() {
      queue.add("answer");
    }
  }

  /** {@code Thread.join}. */
  public static final class ThreadJoin extends BlockingAct {
    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner worker;

    @Override
    public void prepare(Block block) {
      worker = Partner.start("worker", self -> block.outlast());
    }

    @Override
    void block(Block block) throws Exception {
      block.nextLine();
      worker.thread().join();
    }

    @Override
    public void tidy() throws Exception {
      worker.finish();
    }
  }

  /** {@code Condition.await}. */
  public static final class ConditionAwait extends Awaiting {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean done;

    @Override
    void block(Block block) throws Exception {
      lock.lock();
      try {
        while (!done) {
          block.nextLine();
          changed.await();
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    void release() {
      lock.lock();
      try {
        done = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** {@code Semaphore.acquire}: nobody owns what is waited for. */
  public static final class SemaphoreAcquire extends Awaiting {
    private final Semaphore permits = new Semaphore(0);

    @Override
    void block(Block block) throws Exception {
      block.nextLine();
      permits.acquire();
    }

    @Override
    void release() {
      permits.release();
    }
  }
}
