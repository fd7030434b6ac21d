package dev.loopscope.dashboard.session.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells whether a process of this machine is gone. */
final class TargetProcess {

  /** A connection breaks a moment before its process is gone. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private TargetProcess() {}

  /** Waits a moment for process {@code pid} to end; whether it did. */
  static boolean hasEnded(long pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    if (process.isEmpty()) {
      return true;
    }
    try {
      process.get().onExit().get(MOMENT.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process to end does not fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.get().isAlive();
    }
  }
}
