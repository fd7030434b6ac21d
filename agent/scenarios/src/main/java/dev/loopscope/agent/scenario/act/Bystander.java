package dev.loopscope.agent.scenario.act;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A loop that does nothing wrong: runs of a few milliseconds, of which every other one computes and
 * the rest wait, until something from elsewhere has held up one of them. The longest run of that
 * time is told as what happened.
 */
public class Bystander implements Act {

  private static final long RUN_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** A run longer than this was held up. */
  private static final long HELD_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(8);

  private long longestNanos;
  private long longestStart;
  private String longestUsed = "cpu=-1 queue=-1";
  private long runs;

  @Override
  public final void perform(Executor loop, Block block) throws Exception {
    loop.execute(
        () -> {
          block.begin();
          loop.execute(() -> run(loop, block));
        });
    block.awaitEnd();
  }

  private void run(Executor loop, Block block) {
    Usage before = Usage.ofThisThread();
    long start = System.nanoTime();
    long until = start + RUN_NANOS;
    boolean computes = runs++ % 2 == 0;
    while (System.nanoTime() < until) {
      if (!computes) {
        LockSupport.parkNanos(until - System.nanoTime());
      }
    }
    long now = System.nanoTime();
    if (now - start > longestNanos && block.isDisturbed(start, now)) {
      longestNanos = now - start;
      longestStart = start;
      longestUsed = before.until(Usage.ofThisThread());
    }
    boolean heldUp = longestNanos >= HELD_UP_NANOS;
    if (heldUp) {
      block.heldUp();
    }
    boolean mayEnd = block.isReleased() && block.isOver();
    if (mayEnd && (heldUp || now - block.untilNanos() > PATIENCE_NANOS)) {
      block.endAs(longestStart, longestNanos, longestUsed);
    } else {
      loop.execute(() -> run(loop, block));
    }
  }
}
