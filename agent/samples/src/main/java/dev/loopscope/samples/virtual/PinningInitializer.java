package dev.loopscope.samples.virtual;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits while it is initialized. Uses nothing of its package, since a loader of its own makes it.
 */
final class PinningInitializer {
  /** The system property that says for how long. */
  static final String MILLIS = "loopscope.samples.pin";

  static {
    await(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.getLong(MILLIS, 200)));
  }

  private PinningInitializer() {}

  private static void await(long untilNanos) {
    for (long left = 1; left > 0; left = untilNanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
