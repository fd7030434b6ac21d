package dev.loopscope.samples.chat;

import dev.loopscope.samples.program.LoopThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** An archive guarded by a lock, which a background thread holds while it compacts. */
final class HistoryArchive implements AutoCloseable {
  private final ExecutorService archiver =
      Executors.newSingleThreadExecutor(new LoopThreads("chat-archiver"));
  private final ReentrantLock lock = new ReentrantLock();
  private final Duration compactionTime;
  private int compactions;

  HistoryArchive(Duration compactionTime) {
    this.compactionTime = compactionTime;
  }

  /** Whoever reads the archive must hold it. */
  ReentrantLock lock() {
    return lock;
  }

  /** Returns as soon as the compaction holds the lock. */
  void startCompaction() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    archiver.execute(() -> compact(held));
    held.await();
  }

  private void compact(CountDownLatch held) {
    lock.lock();
    try {
      held.countDown();
      Thread.sleep(compactionTime.toMillis()); // Stands for rewriting files.
      compactions++;
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Must be called with the lock held. */
  String newestEntry() {
    if (!lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("the archive is read without its lock");
    }
    return "from the archive, compacted " + compactions + " times";
  }

  @Override
  public void close() {
    archiver.shutdownNow();
  }
}
