package dev.loopscope.agent.it;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that nobody but its pool may touch: what every object answers is a trap in it. It counts
 * who stepped in.
 */
final class HostileTask implements Runnable, Callable<Integer> {
  /** What happens to a caller. */
  enum Trap {
    THROW,
    BLOCK,
    RECURSE
  }

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  /** How often a trap was stepped into since the last look. */
  static final AtomicInteger SPRUNG = new AtomicInteger();

  private final Trap trap;
  private final CountDownLatch ran;

  HostileTask(Trap trap, CountDownLatch ran) {
    this.trap = trap;
    this.ran = ran;
  }

  @Override
  public void run() {
    ran.countDown();
  }

  @Override
  public Integer call() {
    ran.countDown();
    return 1;
  }

  private int spring() {
    SPRUNG.incrementAndGet();
    return switch (trap) {
      case THROW -> throw new IllegalStateException("do not touch");
      case BLOCK -> forever();
      case RECURSE -> hashCode();
    };
  }

  private static int forever() {
    try {
      NEVER.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  @Override
  public int hashCode() {
    return spring();
  }

  @Override
  public boolean equals(Object other) {
    return spring() == 0;
  }

  @Override
  public String toString() {
    return "trap " + spring();
  }
}
