package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hooks for loops that the program wrote itself and that the user has declared. Their tasks may be
 * any objects, which the program sees again: they are remembered by identity, unless the user says
 * that they may be wrapped. Each kind of loop has a number.
 */
public final class LoopscopeOwnLoops {
  /** Most kinds of declared loops. */
  public static final int MAX = 16;

  private static final int RANK = 4;
  private static final VarHandle LOOPS = MethodHandles.arrayElementVarHandle(LoopscopeLoop[].class);

  /** By number: a loop that serves the queue. */
  private static final @Nullable LoopscopeLoop[] SERVING = new LoopscopeLoop[MAX];

  /** By number, as bits: whether several threads serve the queue. */
  private static final AtomicInteger SHARED = new AtomicInteger();

  private static volatile @Nullable LoopscopeOrigins origins;

  private LoopscopeOwnLoops() {}

  /** Forgets everything; at the start and end of a session. */
  public static void reset() {
    origins = null;
    SHARED.set(0);
    for (int i = 0; i < MAX; i++) {
      LOOPS.setRelease(SERVING, i, (LoopscopeLoop) null);
    }
  }

  /** A task is about to enter the queue, and is remembered as it is. */
  public static void submit(@Nullable Object task, int number) {
    if (task == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      Thread submitter = Thread.currentThread();
      LoopscopeLoop from = LoopscopeLoops.find(submitter);
      long parent = from == null ? 0 : from.ownRunId();
      long submitterId = LoopscopeLoops.threadId(submitter);
      Thread serving = servingThread(number);
      LoopscopeOrigins.Entry entry =
          new LoopscopeOrigins.Entry(task, System.nanoTime(), parent, submitterId);
      entry.counted = serving != null;
      table().put(task, entry);
      LoopscopeTasks.count(LoopscopeCounts.SUBMITTED, from, submitterId, serving);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** A task is about to enter the queue; answers what to queue instead. */
  public static @Nullable Runnable wrap(@Nullable Runnable task, int number) {
    return LoopscopeTasks.submit(task, servingThread(number), false);
  }

  /** What {@link #submit} or {@link #wrap} was told of did not get into the queue. */
  public static void refused(@Nullable Object queued, int number) {
    if (queued == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      if (queued instanceof LoopscopeTask) {
        LoopscopeTasks.withdrawn(true, servingThread(number));
        return;
      }
      LoopscopeOrigins from = origins;
      LoopscopeOrigins.Entry entry = from == null ? null : from.find(queued);
      if (from != null && entry != null) {
        from.remove(queued, entry);
        LoopscopeTasks.withdrawn(true, entry.counted ? servingThread(number) : null);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The method that queues has answered whether it took the task. */
  public static void answered(boolean taken, @Nullable Object queued, int number) {
    if (!taken) {
      refused(queued, number);
    }
  }

  /**
   * The calling thread begins a task.
   *
   * @param task null when the method that runs is all there is to tell
   * @param type what runs then
   */
  public static void enter(@Nullable Object task, String type, String kind, int number) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      begin(task, null, type, kind, number);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The calling thread begins a task that may be wrapped; answers the task itself. */
  public static @Nullable Runnable enterWrapped(
      @Nullable Runnable queued, String kind, int number) {
    LoopscopeTask wrapper = queued instanceof LoopscopeTask found ? found : null;
    Runnable task = wrapper == null ? queued : wrapper.delegate;
    if (task == null || !LoopscopePoints.on()) {
      return task;
    }
    try {
      begin(task, wrapper, kind, kind, number);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
    return task;
  }

  private static void begin(
      @Nullable Object task,
      @Nullable LoopscopeTask wrapper,
      String type,
      String kind,
      int number) {
    LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
    if (loop == null) {
      return;
    }
    serves(loop, kind, number);
    LoopscopeOrigins.Entry entry = wrapper != null || task == null ? null : take(task);
    if (wrapper != null
        ? wrapper.submittedNanos - loop.servesSinceNanos >= 0
        : entry != null && entry.counted) {
      loop.counts().addOwn(LoopscopeCounts.TAKEN);
    }
    if (loop.isInTask() && !loop.leavesPoolTask(RANK)) {
      loop.nestedRuns++;
      return;
    }
    long now = System.nanoTime();
    if (loop.isInIo()) {
      loop.end(now);
    }
    if (loop.pollDepth > 0) {
      endWait(loop, now);
    }
    int ofType = task == null ? LoopscopeTypes.named(type) : LoopscopeTypes.id(task.getClass());
    int ofKind = LoopscopeRecord.KIND_TASK;
    if (wrapper != null) {
      long submitter = wrapper.submitterId();
      long submitted = wrapper.submittedNanos;
      loop.begin(ofKind, ofType, wrapper.parentId, submitted, 0, now, submitter, task);
    } else if (entry != null) {
      long submitted = entry.submittedNanos;
      loop.begin(ofKind, ofType, entry.parentId, submitted, 0, now, entry.submitterId, task);
    } else {
      loop.begin(ofKind, ofType, 0, 0, 0, now, 0, task);
    }
  }

  private static LoopscopeOrigins.@Nullable Entry take(Object task) {
    LoopscopeOrigins from = origins;
    LoopscopeOrigins.Entry entry = from == null ? null : from.find(task);
    if (from != null && entry != null) {
      from.remove(task, entry);
    }
    return entry;
  }

  /** The calling thread is about to wait for tasks. */
  public static void waits(String kind, int number) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop == null || (loop.isInTask() && !loop.leavesPoolTask(RANK))) {
        return; // a task that waits is just a task
      }
      serves(loop, kind, number);
      if (loop.pollDepth++ > 0) {
        return;
      }
      long now = System.nanoTime();
      if (loop.isInIo()) {
        loop.end(now);
      }
      loop.setPollSince(now);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The wait is over. */
  public static void waited() {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null || loop.isInTask() || loop.pollDepth == 0) {
        return;
      }
      if (loop.pollDepth > 1) {
        loop.pollDepth--;
      } else {
        endWait(loop, System.nanoTime());
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  private static void endWait(LoopscopeLoop loop, long now) {
    long since = loop.pollSinceNanos();
    loop.pollDepth = 0;
    loop.polls = true;
    loop.setPollSince(0);
    loop.counts().addOwn(LoopscopeCounts.ITERATIONS);
    loop.counts().addOwn(LoopscopeCounts.WAIT_NANOS, now - since);
  }

  /** The calling loop serves the queue of this number, alone as far as is known. */
  private static void serves(LoopscopeLoop loop, String kind, int number) {
    loop.raiseKind(kind, RANK);
    LoopscopeLoop known = (LoopscopeLoop) LOOPS.getAcquire(SERVING, number);
    if (known == loop) {
      return;
    }
    int bit = 1 << number;
    if (known == null || !known.thread().isAlive()) {
      loop.servesSinceNanos = System.nanoTime();
      LOOPS.setRelease(SERVING, number, loop);
    } else if ((SHARED.get() & bit) == 0) {
      SHARED.set(SHARED.get() | bit); // one that is lost is set the next time
      known.setQueueShared();
    }
    if ((SHARED.get() & bit) != 0) {
      loop.setQueueShared();
    }
  }

  private static @Nullable Thread servingThread(int number) {
    if ((SHARED.get() & 1 << number) != 0) {
      return null;
    }
    LoopscopeLoop known = (LoopscopeLoop) LOOPS.getAcquire(SERVING, number);
    return known == null ? null : known.thread();
  }

  private static LoopscopeOrigins table() {
    LoopscopeOrigins present = origins;
    if (present == null) {
      present = new LoopscopeOrigins();
      origins = present; // two threads may race once; the loser's first origin is unknown
    }
    return present;
  }
}
