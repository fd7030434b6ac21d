package dev.loopscope.agent.probe;

import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Hooks for the workers of thread pools. The pool's own class has an always-active loop frame and
 * stays as it is: a worker locks itself for each task, and takes its tasks from a queue.
 */
public final class LoopscopePoolWorkers {
  /** A future's states from here on mean that it is cancelled. */
  private static final int CANCELLED_STATE = 4;

  private static final AtomicLong REFUSED = new AtomicLong();
  private static volatile WeakReference<Object> refusing = new WeakReference<>(null);

  private LoopscopePoolWorkers() {}

  /** Forgets what was counted; at the start and end of a session. */
  static void reset() {
    REFUSED.set(0);
    refusing = new WeakReference<>(null);
  }

  /** Tasks that pools refused since the session began, as far as the JDK's handlers saw them. */
  public static long refused() {
    return REFUSED.get();
  }

  /** A worker of the pool that refused a task last, null when none is known. Drain thread. */
  public static @Nullable LoopscopeLoop refusing() {
    Object pool = refusing.get();
    if (pool != null) {
      for (LoopscopeLoop loop : LoopscopeLoops.all()) {
        LoopscopeWorker worker = loop.worker();
        if (worker != null && worker.pool() == pool) {
          return loop;
        }
      }
    }
    return null;
  }

  /** A worker is made, with the task that it will run first. */
  public static void made(@Nullable Object firstTask) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      if (firstTask != null) {
        LoopscopeGivers.put(firstTask);
        return;
      }
      // a worker that dies of its task makes its own successor
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null) {
        loop.failHeld();
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The calling thread begins to work for a pool. */
  public static void started(Object pool, @Nullable Object firstTask, String kind, int rank) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop != null) {
        worker(loop, pool, kind, rank).taken = firstTask;
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  private static LoopscopeWorker worker(LoopscopeLoop loop, Object pool, String kind, int rank) {
    LoopscopeWorker worker = loop.worker();
    if (worker == null) {
      worker = new LoopscopeWorker(pool, LoopscopeQueues.isKnown(pool));
      loop.setWorker(worker);
      if (!(pool instanceof ScheduledThreadPoolExecutor)) {
        loop.raiseKind(kind, rank);
      }
    }
    return worker;
  }

  /** The calling worker has locked itself and will run a task. */
  public static void locked(Thread owner, Object pool, String kind, int rank) {
    Thread self = Thread.currentThread();
    if (!LoopscopePoints.on() || owner != self) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(self);
      if (loop == null) {
        return;
      }
      LoopscopeWorker worker = worker(loop, pool, kind, rank);
      if (!(pool instanceof ScheduledThreadPoolExecutor)) {
        worker.begin(loop, worker.taken);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A worker is unlocked: by itself after a task, or by some other thread that only looked. */
  public static void unlocked(Thread owner) {
    Thread self = Thread.currentThread();
    if (!LoopscopePoints.on() || owner != self) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find(self);
      LoopscopeWorker worker = loop == null ? null : loop.worker();
      if (loop != null && worker != null) {
        worker.end(loop, true);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The calling thread leaves its pool because its task threw. */
  public static void died() {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null) {
        loop.failHeld();
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Some thread waits at a queue; if it is a worker, its task before has not failed. */
  public static void waits() {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null) {
        loop.release();
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Some thread has taken something off a queue. */
  public static void took(@Nullable Object taken) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      LoopscopeWorker worker = loop == null ? null : loop.worker();
      if (worker != null && worker.isBetweenTasks()) {
        worker.taken = taken;
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Something is about to be put into a queue that may be a pool's. */
  public static void given(@Nullable Object task) {
    if (task == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeGivers.put(task);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** One of the JDK's handlers was given a task that its pool has refused. */
  public static void refused(@Nullable Object pool) {
    if (!LoopscopePoints.on() || pool instanceof ScheduledThreadPoolExecutor) {
      return; // a scheduled pool's refusals are counted where it submits
    }
    try {
      REFUSED.incrementAndGet();
      if (pool != null && refusing.get() != pool) {
        refusing = new WeakReference<>(pool);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A future is made, as a rule to be given to a pool at once. */
  public static void futureMade(Object future) {
    if (!LoopscopePoints.on() || LoopscopePools.isOwn(future)) {
      return;
    }
    try {
      LoopscopeGivers.put(future);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A future runs; see {@link LoopscopeFutures#run}. */
  public static void futureRuns(Object future, @Nullable Callable<?> command, int state) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null || !LoopscopeGivers.isRunning(loop, future)) {
        return;
      }
      Object runs = LoopscopePools.unadapted(command);
      LoopscopeFutures.run(future, runs, state >= CANCELLED_STATE);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A future's run is over; see {@link LoopscopeFutures#ended}. */
  public static void futureRan(Object future, int state) {
    LoopscopeFutures.ended(future, state >= CANCELLED_STATE);
  }

  /** A future was asked to be cancelled; scheduled ones are counted by their pool. */
  public static void futureCancelled(boolean success, Object future) {
    if (!LoopscopePools.isOwn(future)) {
      LoopscopeFutures.cancelled(success);
    }
  }
}
