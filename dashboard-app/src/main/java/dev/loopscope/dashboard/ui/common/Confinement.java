package dev.loopscope.dashboard.ui.common;

/**
 * Holds a view model to one thread: the one that made it. In the window that is the FX thread, in
 * tests of the model the test's own.
 */
public final class Confinement {

  private final Thread owner = Thread.currentThread();

  /** Fails with an {@link IllegalStateException} when called from another thread. */
  public void check() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "must run on " + owner.getName() + ", not on " + Thread.currentThread().getName());
    }
  }
}
