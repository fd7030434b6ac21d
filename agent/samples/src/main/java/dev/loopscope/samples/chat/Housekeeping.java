package dev.loopscope.samples.chat;

import io.netty.util.concurrent.EventExecutor;
import java.util.zip.CRC32;

/**
 * The mistake of doing too much at once: every now and then it puts a burst of short tasks on its
 * loop. None of them is long, yet what comes behind them waits for all of them. Runs on one worker
 * loop.
 */
final class Housekeeping implements Runnable {
  /** Five of seven tasks flush, two index. */
  private static final int ROUND = 7;

  private static final int FLUSHES = 5;
  private static final int PAGE_BYTES = 4_096;

  private final EventExecutor loop;
  private final int tasks;
  private final CRC32 checksum = new CRC32();
  private final byte[] page = new byte[PAGE_BYTES];

  /** Puts {@code tasks} tasks on {@code loop} whenever it runs. */
  Housekeeping(EventExecutor loop, int tasks) {
    this.loop = loop;
    this.tasks = tasks;
  }

  @Override
  public void run() {
    for (int i = 0; i < tasks; i++) {
      loop.execute(i % ROUND < FLUSHES ? new FlushTask(this) : new IndexTask(this));
    }
  }

  /** Works without waiting for anything. */
  void doFor(long nanos) {
    long until = System.nanoTime() + nanos;
    while (System.nanoTime() - until < 0) {
      checksum.update(page);
    }
  }
}
