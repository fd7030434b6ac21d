package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/** Hooks for tasks that are futures: they keep to themselves whether they failed. */
public final class LoopscopeFutures {
  private LoopscopeFutures() {}

  /**
   * A future runs its command.
   *
   * @param future the object that the loop was given to run
   * @param command what the application asked for; its class names the run
   * @param cancelled whether the future was cancelled before, so that the command will not run
   */
  public static void run(Object future, @Nullable Object command, boolean cancelled) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null || !loop.isRunning(future)) {
        return;
      }
      if (cancelled) {
        loop.setOutcome(LoopscopeRecord.OUTCOME_CANCELLED);
      } else if (command != null) {
        loop.setRunType(LoopscopeTypes.id(command.getClass()));
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * A future that was given to the loop before anybody watched calls its command: only now is it
   * seen what it is. One of our wrappers tells more by itself.
   */
  public static void command(Object future, @Nullable Object command) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null
          && command != null
          && loop.isRunning(future)
          && command.getClass() != LoopscopeCommand.class
          && command.getClass() != LoopscopeCallable.class) {
        loop.setRunType(LoopscopeTypes.id(command.getClass()));
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * A future returns from running. Whether it is cancelled only counts now: it may have been
   * cancelled after {@link #run} and before it looked itself.
   */
  public static void ended(Object future, boolean cancelled) {
    if (!cancelled) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isRunning(future)) {
        loop.cancelUnlessRan();
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A future keeps what its command threw; a failure if it is the run in progress. */
  public static void failed(Object future) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isRunning(future)) {
        loop.setOutcome(LoopscopeRecord.OUTCOME_FAILED);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Some thread asked to cancel a future; {@code success} is what the future answered. */
  public static void cancelled(boolean success) {
    if (success) {
      count(LoopscopeCounts.CANCELLED);
    }
  }

  /** Counts among the unbound: nobody knows yet which loop of a pool it concerns. */
  static void countShared(int what) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      long threadId = LoopscopeLoops.threadId(Thread.currentThread());
      LoopscopeLoops.unbound().addFrom(threadId, what);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Counts on the calling loop, or among the unbound when the thread is none. */
  static void count(int what) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null) {
        long threadId = LoopscopeLoops.threadId(Thread.currentThread());
        LoopscopeLoops.unbound().addFrom(threadId, what);
      } else {
        loop.counts().addOwn(what);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
