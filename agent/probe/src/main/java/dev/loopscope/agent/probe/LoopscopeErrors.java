package dev.loopscope.agent.probe;

import java.util.concurrent.atomic.AtomicLong;

/** Counts failures of our own hooks: they are swallowed so that the application never sees them. */
public final class LoopscopeErrors {
  private static final AtomicLong COUNT = new AtomicLong();
  private static volatile String last = "";

  private LoopscopeErrors() {}

  /** Called by hooks and by woven handlers. Never throws and calls no code of the throwable. */
  public static void count(Throwable error) {
    COUNT.incrementAndGet();
    last = error.getClass().getName();
  }

  /** Failures since this process started. */
  public static long count() {
    return COUNT.get();
  }

  /** Class name of the latest failure, empty when there was none. */
  public static String lastClassName() {
    return last;
  }
}
