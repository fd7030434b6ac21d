package dev.loopscope.agent.scenario.act;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The loop wants a lock that another thread has. */
public final class Locks {

  private Locks() {}

  /** A monitor that another thread has entered. */
  public static final class Monitor extends BlockingAct {
    private final Object monitor = new Object();
    int entered;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner holder;

    @Override
    public void prepare(Block block) throws Exception {
      holder = Partner.start("holder", self -> hold(self, block)).awaitReady();
    }

    private void hold(Partner self, Block block) throws InterruptedException {
      synchronized (monitor) {
        entered++;
        self.ready();
        block.outlast();
      }
    }

    @Override
    void block(Block block) {
      block.nextLineEnters();
      synchronized (monitor) {
        entered++;
      }
    }

    @Override
    public void tidy() throws Exception {
      holder.finish();
    }
  }

  /** A monitor whose holder waits for another one, which a third thread has. */
  public static final class Chain extends BlockingAct {
    private final Object near = new Object();
    private final Object far = new Object();
    int entered;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner first;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner second;

    @Override
    public void prepare(Block block) throws Exception {
      second = Partner.start("second-holder", self -> holdFar(self, block)).awaitReady();
      first = Partner.start("first-holder", this::holdNear).awaitReady();
    }

    private void holdFar(Partner self, Block block) throws InterruptedException {
      synchronized (far) {
        self.ready();
        block.outlast();
      }
    }

    private void holdNear(Partner self) {
      synchronized (near) {
        self.ready();
        synchronized (far) {
          entered++;
        }
      }
    }

    @Override
    void block(Block block) {
      block.nextLineEnters();
      synchronized (near) {
        entered++;
      }
    }

    @Override
    public void tidy() throws Exception {
      first.finish();
      second.finish();
    }
  }

  /** A lock object that another thread has. */
  private abstract static class Contended extends BlockingAct {
    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner holder;

    abstract Lock held();

    @Override
    public void prepare(Block block) throws Exception {
      holder = Partner.start("holder", self -> hold(self, block)).awaitReady();
    }

    private void hold(Partner self, Block block) throws InterruptedException {
      held().lock();
      try {
        self.ready();
        block.outlast();
      } finally {
        held().unlock();
      }
    }

    @Override
    public void tidy() throws Exception {
      holder.finish();
    }
  }

  /** {@code ReentrantLock.lock}. */
  public static final class Reentrant extends Contended {
    private final Lock lock = new ReentrantLock();
    int entered;

    @Override
    Lock held() {
      return lock;
    }

    @Override
    void block(Block block) {
      block.nextLine();
      lock.lock();
      try {
        entered++;
      } finally {
        lock.unlock();
      }
    }
  }

  /** A read lock while another thread has the write lock. */
  public static final class ReadWrite extends Contended {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    int entered;

    @Override
    Lock held() {
      return lock.writeLock();
    }

    @Override
    void block(Block block) {
      block.nextLine();
      lock.readLock().lock();
      try {
        entered++;
      } finally {
        lock.readLock().unlock();
      }
    }
  }

  /** Two monitors, taken in opposite order: nobody ever goes on. */
  public static final class Deadlock extends BlockingAct {
    private final Object ours = new Object();
    private final Object theirs = new Object();
    private final CountDownLatch bothTaken = new CountDownLatch(2);
    int entered;

    @Override
    public void prepare(Block block) {
      Partner.start("other", self -> takeOurs());
    }

    private void takeOurs() throws InterruptedException {
      synchronized (theirs) {
        bothTaken.countDown();
        bothTaken.await();
        synchronized (ours) {
          entered++;
        }
      }
    }

    @Override
    void block(Block block) throws InterruptedException {
      synchronized (ours) {
        bothTaken.countDown();
        bothTaken.await();
        block.nextLineEnters();
        synchronized (theirs) {
          entered++;
        }
      }
    }
  }
}
