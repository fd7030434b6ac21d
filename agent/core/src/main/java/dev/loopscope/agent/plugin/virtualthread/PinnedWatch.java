package dev.loopscope.agent.plugin.virtualthread;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Starts JFR beside the threads of the session, because the first start takes long, and keeps what
 * it says until the drain thread asks.
 */
final class PinnedWatch implements AutoCloseable {
  private static final int MAX_WAITING = 256;

  private final ArrayBlockingQueue<PinnedEvent> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AtomicLong count = new AtomicLong();
  private @Nullable PinnedStream stream;
  private boolean closed;
  private volatile boolean works;
  private volatile String missing = "";

  /** Returns at once. */
  void start() {
    Thread starter = new Thread(null, this::open, "loopscope-jfr", 0, false);
    starter.setDaemon(true);
    starter.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    starter.start();
  }

  private synchronized void open() {
    if (closed) {
      return;
    }
    try {
      stream = new PinnedStream(this::heard);
      works = true;
    } catch (RuntimeException | LinkageError e) {
      missing = "JFR does not run here (" + e + "): which virtual threads are pinned is not seen";
    }
  }

  private void heard(PinnedEvent event) {
    count.incrementAndGet();
    if (!waiting.offer(event)) {
      waiting.poll(); // the count stays exact; of a flood the newest are told
      waiting.offer(event);
    }
  }

  /** How many were heard of, -1 when nothing can be heard. */
  long count() {
    return works ? count.get() : -1;
  }

  /** The next event to tell, null when there is none. */
  @Nullable PinnedEvent poll() {
    return waiting.poll();
  }

  /** Why nothing can be heard, empty when it can. */
  String missing() {
    return missing;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (stream != null) {
      stream.close();
      stream = null;
    }
  }
}
