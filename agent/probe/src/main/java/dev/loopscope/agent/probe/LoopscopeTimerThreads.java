package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * Hooks for the threads of {@code java.util.Timer}. Their loop is never left and the tasks are the
 * application's classes, so it is the queue that tells: a task that is taken out, or set to its
 * next time, runs next, and it has ended when the thread looks whether the queue is empty.
 */
public final class LoopscopeTimerThreads {
  private static final int CANCELLED_STATE = 3;
  private static final long NANOS_OF_MILLI = 1_000_000;

  private static final @Nullable VarHandle STATE = field("state", int.class);
  private static final @Nullable VarHandle NEXT = field("nextExecutionTime", long.class);

  private LoopscopeTimerThreads() {}

  private static @Nullable VarHandle field(String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(TimerTask.class, MethodHandles.lookup())
          .findVarHandle(TimerTask.class, name, type);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoopscopeErrors.count(e); // not inside java.base, or a JDK that differs: no runs seen
      return null;
    }
  }

  /** A task enters a timer's queue. */
  public static void set(@Nullable TimerTask task) {
    if (task == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeGivers.put(task);
      LoopscopeFutures.countShared(LoopscopeCounts.SCHEDULED);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * The calling timer thread takes its first task, to run it unless it is cancelled.
   *
   * @param queue its tasks, from 1
   * @param again whether the task stays in the queue
   */
  public static void take(@Nullable TimerTask[] queue, boolean again, String kind, int rank) {
    TimerTask task = queue.length > 1 ? queue[1] : null;
    if (task == null || STATE == null || NEXT == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      if ((int) STATE.get(task) == CANCELLED_STATE) {
        return;
      }
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop == null || loop.isRunning()) {
        return;
      }
      loop.raiseKind(kind, rank);
      long start = System.nanoTime();
      long late = System.currentTimeMillis() - (long) NEXT.get(task);
      long due = start - Math.max(0, late) * NANOS_OF_MILLI;
      LoopscopeGivers.begin(loop, LoopscopeRecord.KIND_TIMER, task, due, start, again);
      loop.timer = true;
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Some thread looks into a timer's queue; the timer's own does so between two tasks. */
  public static void looks() {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.timer && loop.isInTask()) {
        loop.diedNanos = 0;
        LoopscopeTasks.end(loop, false);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * A timer's queue is emptied: by someone who cancels the timer, or by its own thread, which dies
   * of what a task threw. Which of them is known when the thread goes on, or has ended.
   */
  public static void emptied() {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.timer && loop.isInTask()) {
        loop.diedNanos = System.nanoTime();
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
