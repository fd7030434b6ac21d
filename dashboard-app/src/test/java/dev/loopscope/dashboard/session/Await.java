package dev.loopscope.dashboard.session;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about. */
public final class Await {

  private static final long LIMIT_NANOS = 20_000_000_000L;
  private static final long LOOK_NANOS = 2_000_000;

  private Await() {}

  /** Returns as soon as {@code condition} holds; fails after a long time. */
  public static void until(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LIMIT_NANOS) {
        throw new AssertionError("waited in vain until " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** Returns when {@code session} has nothing more to read. */
  public static SessionStatus over(Session session) {
    until(
        "the session is over",
        () ->
            session.status().phase() == SessionStatus.Phase.ENDED
                || session.status().phase() == SessionStatus.Phase.FAILED);
    return session.status();
  }
}
