package dev.loopscope.agent.it;

import java.util.concurrent.atomic.AtomicLong;

/** What a program itself knows of its tasks. */
final class OwnCounts {
  final AtomicLong submitted = new AtomicLong();
  final AtomicLong done = new AtomicLong();
  final AtomicLong failed = new AtomicLong();
  final AtomicLong cancelled = new AtomicLong();
  private final AtomicLong periodicRuns = new AtomicLong();

  /** A command that counts itself, and throws when {@code fails}. */
  Runnable command(boolean fails) {
    return () -> {
      if (fails) {
        failed.incrementAndGet();
        throw new IllegalStateException("on purpose");
      }
      done.incrementAndGet();
    };
  }

  /** A command for a periodic timer: every run counts, though it was submitted once. */
  Runnable periodic() {
    return () -> {
      periodicRuns.incrementAndGet();
      done.incrementAndGet();
    };
  }

  long periodicRuns() {
    return periodicRuns.get();
  }

  /** Whether everything submitted is over. */
  boolean settled() {
    return done.get() - periodicRuns.get() + failed.get() + cancelled.get() == submitted.get();
  }

  @Override
  public String toString() {
    return "submitted=%d done=%d failed=%d cancelled=%d"
        .formatted(submitted.get(), done.get(), failed.get(), cancelled.get());
  }
}
