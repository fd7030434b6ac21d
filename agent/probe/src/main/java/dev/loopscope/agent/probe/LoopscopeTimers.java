package dev.loopscope.agent.probe;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hooks for timers that a loop keeps for itself. The command is wrapped when the timer is set; the
 * timer object, which the application holds, stays as it is.
 */
public final class LoopscopeTimers {
  private LoopscopeTimers() {}

  /** A timer that fires once is being set; answers the command to use instead. */
  public static @Nullable Runnable once(
      @Nullable Runnable command, long delay, @Nullable TimeUnit unit) {
    // a framework may call a command that is both in either way, so such a command is left alone
    if (command == null || unit == null || !LoopscopePoints.on() || command instanceof Callable) {
      return command;
    }
    try {
      return new LoopscopeCommand(command, origin(unit.toNanos(delay)));
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return command;
    }
  }

  /** Like {@link #once(Runnable, long, TimeUnit)} for a command with a result. */
  public static @Nullable Callable<?> onceCalled(
      @Nullable Callable<?> command, long delay, @Nullable TimeUnit unit) {
    if (command == null || unit == null || !LoopscopePoints.on() || command instanceof Runnable) {
      return command;
    }
    try {
      return new LoopscopeCallable(command, origin(unit.toNanos(delay)));
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return command;
    }
  }

  /** A periodic timer is being set; answers the command to use instead. */
  public static @Nullable Runnable periodic(@Nullable Runnable command) {
    if (command == null || !LoopscopePoints.on() || command instanceof Callable) {
      return command;
    }
    try {
      return new LoopscopeCommand(command, origin(-1));
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return command;
    }
  }

  private static LoopscopeOrigin origin(long delayNanos) {
    Thread submitter = Thread.currentThread();
    LoopscopeLoop from = LoopscopeLoops.find(submitter);
    long now = System.nanoTime();
    long due = delayNanos < 0 ? 0 : now + delayNanos;
    long parent = from == null ? 0 : from.ownRunId();
    return new LoopscopeOrigin(parent, now, due, LoopscopeLoops.threadId(submitter));
  }

  /** A timer was set. */
  public static void scheduled() {
    LoopscopeFutures.count(LoopscopeCounts.SCHEDULED);
  }

  /**
   * The loop runs a timer object: because it is due, or only to put it into or out of its queue.
   *
   * @param timer the object that {@link LoopscopeTasks#enter} was given
   * @param deadlineTicks when it is due on the framework's clock, 0 when it forgot
   * @param delayNanos how long it still has to wait
   * @param originNanos what to add to the framework's clock to get {@code System.nanoTime()}
   * @param cancelled whether it was cancelled before
   */
  public static void run(
      Object timer, long deadlineTicks, long delayNanos, long originNanos, boolean cancelled) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null || !loop.isRunning(timer)) {
        return;
      }
      if (delayNanos > 0) {
        loop.setRunKind(LoopscopeRecord.KIND_INTERNAL);
        return;
      }
      loop.setRunKind(LoopscopeRecord.KIND_TIMER);
      if (deadlineTicks != 0) {
        loop.setDueNanos(deadlineTicks + originNanos);
      }
      if (cancelled) {
        loop.setOutcome(LoopscopeRecord.OUTCOME_CANCELLED);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
