package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Hooks for scheduled pools, whose threads are loops over one delay queue. Their tasks carry a
 * number that is unique in the process; origins are kept by that number, see {@link
 * LoopscopeSubmissions}.
 */
public final class LoopscopePools {
  private static final @Nullable VarHandle CALLABLE;
  private static final @Nullable VarHandle ADAPTED;
  private static final Class<?> ADAPTER = Executors.callable(nothing()).getClass();
  private static final @Nullable Class<?> SCHEDULED = scheduled();
  private static volatile @Nullable LoopscopeSubmissions submissions;

  private LoopscopePools() {}

  private static @Nullable Class<?> scheduled() {
    String name = "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask";
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      LoopscopeErrors.count(e);
      return null;
    }
  }

  private static Runnable nothing() {
    // no lambda: linking one inside java.lang would load much into the application's process
    return new Runnable() {
      @Override
      public void run() {
        // only its class is asked for
      }
    };
  }

  static {
    VarHandle callable = null;
    VarHandle adapted = null;
    try {
      MethodHandles.Lookup own = MethodHandles.lookup();
      callable =
          MethodHandles.privateLookupIn(FutureTask.class, own)
              .findVarHandle(FutureTask.class, "callable", Callable.class);
      adapted =
          MethodHandles.privateLookupIn(ADAPTER, own)
              .findVarHandle(ADAPTER, "task", Runnable.class);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoopscopeErrors.count(e); // not inside java.base, or a JDK that differs: runs keep their type
    }
    CALLABLE = callable;
    ADAPTED = adapted;
  }

  /** Makes or drops the table of origins; at the start and end of a session. */
  public static void reset() {
    submissions = null;
    LoopscopeGivers.reset();
    LoopscopePoolWorkers.reset();
  }

  /** Tasks whose origin was given up because too many were waiting. */
  public static long forgotten() {
    LoopscopeSubmissions present = submissions;
    return present == null ? 0 : present.forgotten();
  }

  /** A pool's task was made, on the thread that submits it. */
  public static void created(long number) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeSubmissions to = submissions;
      if (to == null) {
        to = new LoopscopeSubmissions();
        submissions = to; // two threads may race once; the loser's first origin is unknown
      }
      Thread submitter = Thread.currentThread();
      LoopscopeLoop from = LoopscopeLoops.find(submitter);
      long parent = from == null ? 0 : from.ownRunId();
      to.put(number + 1, System.nanoTime(), parent, LoopscopeLoops.threadId(submitter));
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A pool accepts a task or timer. */
  public static void submitted() {
    LoopscopeFutures.countShared(LoopscopeCounts.SUBMITTED);
  }

  /** The pool refused a task that {@link #submitted} has counted. */
  public static void rejected() {
    LoopscopeFutures.countShared(LoopscopeCounts.REJECTED);
  }

  /**
   * The calling pool thread runs a task.
   *
   * @param due when it is due, on {@code System.nanoTime()}
   * @param cancelled whether it was cancelled before, so that its command will not run
   */
  public static void enter(
      Object task,
      long number,
      long due,
      boolean periodic,
      boolean cancelled,
      String kind,
      int rank) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop == null) {
        return;
      }
      if (loop.isInTask() && !loop.leavesPoolTask(rank)) {
        loop.nestedRuns++;
        return;
      }
      loop.raiseKind(kind, rank);
      begin(loop, task, number + 1, due, periodic);
      loop.periodic = periodic;
      if (cancelled) {
        loop.setOutcome(LoopscopeRecord.OUTCOME_CANCELLED);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  private static void begin(
      LoopscopeLoop loop, Object task, long number, long due, boolean periodic) {
    LoopscopeSubmissions from = submissions;
    int slot = from == null ? -1 : from.find(number);
    while (from != null && slot >= 0) {
      long submitted = from.submittedNanos(slot);
      long parent = from.parentId(slot);
      long submitter = from.submitterId(slot);
      if (from.take(slot, number, periodic)) {
        begin(loop, task, due, periodic, submitted, parent, submitter);
        return;
      }
      slot = from.find(number);
    }
    begin(loop, task, due, periodic, 0, 0, 0);
  }

  private static void begin(
      LoopscopeLoop loop,
      Object task,
      long due,
      boolean periodic,
      long submitted,
      long parent,
      long submitter) {
    // due at once means it was handed over as a task, not set as a timer
    boolean timer = periodic || submitted == 0 || due > submitted;
    int kind = timer ? LoopscopeRecord.KIND_TIMER : LoopscopeRecord.KIND_TASK;
    long dueNanos = timer ? due : 0;
    int type = LoopscopeTypes.id(commandClass(task));
    loop.begin(kind, type, parent, submitted, dueNanos, System.nanoTime(), submitter, task);
  }

  /** The class of what a future calls, or of the task itself when it is none. */
  static Class<?> commandClass(Object task) {
    if (CALLABLE == null || !(task instanceof FutureTask)) {
      return task.getClass();
    }
    Object command = unadapted((Object) CALLABLE.get((FutureTask<?>) task));
    return command == null ? task.getClass() : command.getClass();
  }

  /** What the application gave, where the JDK has put an adapter around it. */
  static @Nullable Object unadapted(@Nullable Object command) {
    boolean adapter = command != null && command.getClass() == ADAPTER && ADAPTED != null;
    return adapter && ADAPTED != null ? (Object) ADAPTED.get(command) : command;
  }

  /** Whether a future is a scheduled pool's own. */
  static boolean isOwn(Object future) {
    return future.getClass() == SCHEDULED;
  }

  /**
   * A command is called. Cancelling a periodic task while that runs only prevents its next run;
   * cancelling it just before, after {@link #enter} looked, prevents this one.
   */
  public static void commandRuns() {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.periodic && loop.isInTask() && loop.nestedRuns == 0) {
        loop.setCommandRan();
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The task begun last on the calling thread is over. */
  public static void exit(@Nullable Throwable thrown, boolean cancelled) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null || !loop.isInTask()) {
        return;
      }
      if (cancelled && loop.nestedRuns == 0) {
        loop.cancelUnlessRan();
      }
      LoopscopeTasks.end(loop, thrown != null);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Some thread asked to cancel a task; {@code success} is what the task answered. */
  public static void cancelled(boolean success, long number) {
    if (!success) {
      return;
    }
    LoopscopeFutures.cancelled(true);
    LoopscopeSubmissions from = submissions;
    int slot = from == null ? -1 : from.find(number + 1);
    if (from != null && slot >= 0) {
      from.free(slot, number + 1);
    }
  }
}
