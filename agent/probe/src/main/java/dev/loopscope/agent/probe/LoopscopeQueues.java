package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.AbstractQueue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks wait for a pool's workers. Only queues of the JDK itself are asked, and never in a
 * way that takes their lock: a queue of the application's would be its code, and a lock held by the
 * drain thread would hold up the pool.
 */
public final class LoopscopeQueues {
  /** The length is not known. */
  public static final long UNKNOWN = -1;

  private static final @Nullable VarHandle QUEUE =
      field(ThreadPoolExecutor.class, "workQueue", BlockingQueue.class);
  private static final @Nullable VarHandle ARRAY_COUNT =
      field(ArrayBlockingQueue.class, "count", int.class);
  private static final @Nullable VarHandle DEQUE_COUNT =
      field(LinkedBlockingDeque.class, "count", int.class);
  private static final @Nullable VarHandle PRIORITY_SIZE =
      field(PriorityBlockingQueue.class, "size", int.class);

  private LoopscopeQueues() {}

  private static @Nullable VarHandle field(Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoopscopeErrors.count(e); // not inside java.base, or a JDK that differs: unknown then
      return null;
    }
  }

  private static @Nullable Object queue(@Nullable Object pool) {
    return QUEUE != null && pool instanceof ThreadPoolExecutor threads
        ? (Object) QUEUE.get(threads)
        : null;
  }

  /** Whether hooks tell when a worker waits at this pool's queue. */
  static boolean isKnown(@Nullable Object pool) {
    Object queue = queue(pool);
    if (queue == null) {
      return false;
    }
    Class<?> type = queue.getClass();
    return type == LinkedBlockingQueue.class
        || type == SynchronousQueue.class
        || type == ArrayBlockingQueue.class
        || type == PriorityBlockingQueue.class;
  }

  /** Drain thread: how many tasks wait for the pool that the loop works for. */
  public static long waiting(LoopscopeLoop loop) {
    LoopscopeWorker worker = loop.worker();
    Object pool = worker == null ? null : worker.pool();
    if (pool == null || pool instanceof ScheduledThreadPoolExecutor) {
      return UNKNOWN; // a scheduled pool's queue is full of what is not due yet
    }
    if (pool.getClass() == ForkJoinPool.class) {
      ForkJoinPool forks = (ForkJoinPool) pool;
      return forks.getQueuedTaskCount() + forks.getQueuedSubmissionCount();
    }
    return length(queue(pool));
  }

  private static long length(@Nullable Object queue) {
    if (queue == null) {
      return UNKNOWN;
    }
    Class<?> type = queue.getClass();
    if (type == LinkedBlockingQueue.class || type == SynchronousQueue.class) {
      return ((AbstractQueue<?>) queue).size();
    }
    if (type == ArrayBlockingQueue.class && ARRAY_COUNT != null) {
      return (int) ARRAY_COUNT.getOpaque((ArrayBlockingQueue<?>) queue);
    }
    if (type == LinkedBlockingDeque.class && DEQUE_COUNT != null) {
      return (int) DEQUE_COUNT.getOpaque((LinkedBlockingDeque<?>) queue);
    }
    if (type == PriorityBlockingQueue.class && PRIORITY_SIZE != null) {
      return (int) PRIORITY_SIZE.getOpaque((PriorityBlockingQueue<?>) queue);
    }
    return UNKNOWN;
  }
}
