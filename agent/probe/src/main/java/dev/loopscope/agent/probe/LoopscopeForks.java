package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Hooks for the workers of fork-join pools. A task that a worker takes up is a run; what it works
 * off on the way, inside another, is part of that. Carriers of virtual threads work for such a pool
 * too and are left alone.
 */
public final class LoopscopeForks {
  private static final @Nullable Class<?> CARRIER = find("jdk.internal.misc.CarrierThread");
  private static final @Nullable Class<?> SUPPLY =
      find("java.util.concurrent.CompletableFuture$AsyncSupply");
  private static final @Nullable Class<?> RUN =
      find("java.util.concurrent.CompletableFuture$AsyncRun");
  private static final @Nullable Class<?> ACTION =
      find("java.util.concurrent.ForkJoinTask$AdaptedRunnableAction");
  private static final @Nullable VarHandle POOL = poolField();

  /** The pool of the carriers, as soon as one was seen. */
  private static volatile @Nullable Object carriers;

  private LoopscopeForks() {}

  private static @Nullable Class<?> find(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      return null; // a JDK without it
    }
  }

  private static @Nullable VarHandle poolField() {
    try {
      return MethodHandles.privateLookupIn(ForkJoinWorkerThread.class, MethodHandles.lookup())
          .findVarHandle(ForkJoinWorkerThread.class, "pool", ForkJoinPool.class);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoopscopeErrors.count(e); // not inside java.base, or a JDK that differs: no queue length
      return null;
    }
  }

  private static Object pool(Thread worker) {
    return POOL != null && worker instanceof ForkJoinWorkerThread forks
        ? (Object) POOL.get(forks)
        : worker;
  }

  /** The calling worker takes up a task. */
  public static void enter(@Nullable Object task, String kind, int rank) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      Thread self = Thread.currentThread();
      if (self.getClass() == CARRIER) {
        if (carriers == null) {
          carriers = pool(self);
        }
        return;
      }
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(self);
      if (loop == null) {
        return;
      }
      LoopscopeWorker worker = loop.worker();
      if (worker == null) {
        worker = new LoopscopeWorker(pool(self), false);
        loop.setWorker(worker);
        loop.raiseKind(kind, rank);
      }
      begin(loop, worker, task);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  private static void begin(LoopscopeLoop loop, LoopscopeWorker worker, @Nullable Object task) {
    // both methods are final, so no code of the application
    ForkJoinTask<?> forked = task instanceof ForkJoinTask<?> known ? known : null;
    boolean cancelled = forked != null && forked.isCancelled();
    if (forked != null && forked.isDone() && !cancelled) {
      worker.pass(); // somebody else has worked it off
      return;
    }
    worker.begin(loop, task);
    if (cancelled && task != null && loop.isRunning(task)) {
      loop.setOutcome(LoopscopeRecord.OUTCOME_CANCELLED);
    }
  }

  /** A task is about to be cancelled, unless it is over: negative status. */
  public static void cancels(int status) {
    LoopscopeFutures.cancelled(status >= 0);
  }

  /** The task taken up last is over. */
  public static void exit() {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      LoopscopeWorker worker = loop == null ? null : loop.worker();
      if (loop != null && worker != null) {
        worker.end(loop, false);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * A task is put into a queue of some fork-join pool.
   *
   * @param pool null when unknown
   * @param internal whether by a worker of that pool
   */
  public static void pushed(@Nullable Object task, @Nullable Object pool, boolean internal) {
    if (task == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      Class<?> type = task.getClass();
      if (type == SUPPLY || type == RUN) {
        return; // told when it was made
      }
      if (CARRIER != null && (type == ACTION || (pool != null && pool == carriers))) {
        return; // a virtual thread that goes on
      }
      if (internal && type.getClassLoader() != null) {
        return; // a piece of a computation that divides itself: far too many to follow
      }
      LoopscopeGivers.put(task);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
