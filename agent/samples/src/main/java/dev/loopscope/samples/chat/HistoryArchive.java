package dev.loopscope.samples.chat;

import dev.loopscope.samples.program.LoopThreads;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An archive guarded by its own monitor, which a background thread holds while it compacts. */
final class HistoryArchive implements AutoCloseable {
  private final ExecutorService archiver =
      Executors.newSingleThreadExecutor(new LoopThreads("chat-archiver"));
  private final Duration compactionTime;
  private int compactions;

  HistoryArchive(Duration compactionTime) {
    this.compactionTime = compactionTime;
  }

  /** Returns as soon as the compaction holds the archive's monitor. */
  void startCompaction() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    archiver.execute(() -> compact(held));
    held.await();
  }

  private synchronized void compact(CountDownLatch held) {
    held.countDown();
    try {
      Thread.sleep(compactionTime.toMillis()); // Stands for rewriting files.
      compactions++;
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Must be called with the archive's monitor held. */
  String newestEntry() {
    if (!Thread.holdsLock(this)) {
      throw new IllegalStateException("the archive is read without its lock");
    }
    return "from the archive, compacted " + compactions + " times";
  }

  @Override
  public void close() {
    archiver.shutdownNow();
  }
}
