package dev.loopscope.agent.bench;

/**
 * Holds a loop until everything is prepared, and tells when the loop has done what was prepared: so
 * that only the loop's own work is timed. Spins, because a wake-up takes longer than many tasks.
 */
final class Gate {
  private volatile boolean held;
  private volatile boolean open;
  private volatile boolean done;

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
  }

  void awaitDone() {
    while (!done) {
      Thread.onSpinWait();
    }
  }
}
