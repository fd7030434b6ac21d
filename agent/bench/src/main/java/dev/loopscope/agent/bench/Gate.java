package dev.loopscope.agent.bench;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Holds a loop until everything is prepared, and tells when the loop has done what was prepared: so
 * that only the loop's own work is timed. The loop spins, because a wake-up takes longer than many
 * tasks. Who waits for it does not: two cores may be two halves of one, and the other half would be
 * slowed down.
 */
final class Gate {
  private volatile boolean held;
  private volatile boolean open;
  private volatile boolean done;
  private volatile @Nullable Thread waiting;

  /** Before the loop is sent to the gate. */
  void close() {
    held = false;
    open = false;
    done = false;
  }

  /** The loop thread: waits until the gate opens. */
  void hold() {
    held = true;
    while (!open) {
      Thread.onSpinWait();
    }
  }

  void awaitHeld() {
    while (!held) {
      Thread.onSpinWait();
    }
  }

  void open() {
    open = true;
  }

  /** The loop thread: all that was prepared is done. */
  void done() {
    done = true;
    LockSupport.unpark(waiting);
  }

  void awaitDone() {
    waiting = Thread.currentThread();
    while (!done) {
      LockSupport.park(this);
    }
  }
}
