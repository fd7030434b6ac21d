package dev.loopscope.agent.drain;

import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.watch.Reports;
import dev.loopscope.protocol.Frame;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The watcher's findings on their way to the drain thread. They overtake the bulk: the drain thread
 * is woken for them and looks here between two chunks of a ring.
 */
final class Urgent implements Reports {

  private static final int MAX_WAITING = 1_024;

  private final ArrayBlockingQueue<List<? extends Frame>> waiting =
      new ArrayBlockingQueue<>(MAX_WAITING);
  private final ErrorLog errors;
  private volatile @Nullable Thread reader;

  Urgent(ErrorLog errors) {
    this.errors = errors;
  }

  /** The thread to wake from now on. */
  void readBy(Thread thread) {
    reader = thread;
  }

  @Override
  public boolean report(List<? extends Frame> frames) {
    boolean taken = waiting.offer(frames);
    if (!taken) {
      errors.count("Alerts came faster than they could be sent: one is missing");
    }
    LockSupport.unpark(reader);
    return taken;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The next frames, to be sent in their order; null when there are none. */
  @Nullable List<? extends Frame> poll() {
    return waiting.poll();
  }
}
