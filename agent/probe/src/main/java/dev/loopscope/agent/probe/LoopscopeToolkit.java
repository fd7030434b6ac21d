package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * Hooks for a window toolkit with one thread of its own, which waits in native code: what it is
 * given to run is wrapped, what its windows tell is a run from call to return.
 */
public final class LoopscopeToolkit {
  private static final String KIND = "javafx";
  private static final int RANK = 2;

  /** The toolkit's loop once it was seen running something. */
  private static volatile @Nullable LoopscopeLoop loop;

  private LoopscopeToolkit() {}

  /** Forgets the toolkit's loop; at the start and end of a session. */
  public static void reset() {
    loop = null;
  }

  /** The application hands over a task; answers what to queue instead. */
  public static @Nullable Runnable task(@Nullable Runnable task) {
    if (task == null || !LoopscopePoints.on()) {
      return task;
    }
    try {
      LoopscopeLoop to = loop;
      long submitterId = LoopscopeLoops.threadId(Thread.currentThread());
      (to == null ? LoopscopeLoops.unbound() : to.counts())
          .addFrom(submitterId, LoopscopeCounts.SUBMITTED);
      return wrap(task, submitterId, true, to != null);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return task;
    }
  }

  /** A task was refused, after {@link #task} has counted and wrapped it. */
  public static void rejected(@Nullable Runnable queued) {
    if (queued instanceof LoopscopeDeferred deferred) {
      LoopscopeLoop to = deferred.bound ? loop : null;
      (to == null ? LoopscopeLoops.unbound() : to.counts())
          .addFrom(deferred.submitterId, LoopscopeCounts.REJECTED);
    }
  }

  /** Anything is queued for the toolkit's thread, by the toolkit itself too. */
  public static @Nullable Runnable queued(@Nullable Runnable runnable) {
    if (runnable == null || !LoopscopePoints.on() || runnable instanceof LoopscopeDeferred) {
      return runnable;
    }
    try {
      int type = LoopscopeTypes.id(runnable.getClass());
      if (LoopscopeTypes.isInternal(type)) {
        return runnable; // carries a task that was wrapped before
      }
      return wrap(runnable, LoopscopeLoops.threadId(Thread.currentThread()), false, false);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return runnable;
    }
  }

  private static Runnable wrap(Runnable runnable, long submitterId, boolean task, boolean bound) {
    LoopscopeLoop from = LoopscopeLoops.find();
    long parent = from == null ? 0 : from.ownRunId();
    return new LoopscopeDeferred(runnable, parent, System.nanoTime(), submitterId, task, bound);
  }

  /** The toolkit's thread begins what was wrapped; answers whether {@link #exit} must follow. */
  static boolean begin(LoopscopeDeferred deferred) {
    if (!LoopscopePoints.on()) {
      return false;
    }
    try {
      LoopscopeLoop own = own();
      if (own == null) {
        return false;
      }
      if (deferred.bound) {
        own.counts().addOwn(LoopscopeCounts.TAKEN);
      }
      if (own.isInTask()) {
        if (deferred.task) {
          own.nestedRuns++;
        }
        return deferred.task;
      }
      own.begin(
          deferred.task ? LoopscopeRecord.KIND_TASK : LoopscopeRecord.KIND_INTERNAL,
          LoopscopeTypes.id(deferred.delegate.getClass()),
          deferred.parentId,
          deferred.submittedNanos,
          0,
          System.nanoTime(),
          deferred.submitterId,
          deferred);
      return true;
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
      return false;
    }
  }

  private static @Nullable LoopscopeLoop own() {
    LoopscopeLoop own = LoopscopeLoops.findOrAdd(Thread.currentThread());
    if (own != null && loop != own) {
      own.raiseKind(KIND, RANK);
      loop = own;
    }
    return own;
  }

  /** A window tells of an event; {@code type} names its kind. */
  public static void event(String type) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop own = own();
      if (own == null) {
        return;
      }
      if (own.isInTask()) {
        if (own.nestedRuns++ == 0) {
          own.nameInternal(LoopscopeTypes.named(type));
        }
        return;
      }
      int kind = LoopscopeRecord.KIND_TASK;
      own.begin(kind, LoopscopeTypes.named(type), 0, 0, 0, System.nanoTime(), 0, null);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The toolkit's own run in progress turns out to be of this kind. */
  public static void internal(String type) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop own = LoopscopeLoops.find();
      if (own != null && own.isInTask() && own.nestedRuns == 0) {
        own.nameInternal(LoopscopeTypes.named(type));
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** What was begun last on the calling thread has ended. */
  public static void exit(@Nullable Throwable thrown) {
    try {
      LoopscopeLoop own = LoopscopeLoops.find();
      if (own != null && own.isInTask()) {
        LoopscopeEvents.end(own, thrown);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The run in progress waits for a loop inside it, as a dialog does. */
  public static void layAside() {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop own = LoopscopeLoops.find();
      if (own != null && own.isInTask()) {
        own.nest().layAside(own, System.nanoTime());
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The loop inside is over and the run goes on. */
  public static void goOn() {
    try {
      LoopscopeLoop own = LoopscopeLoops.find();
      if (own != null && own.hasNest() && LoopscopePoints.on()) {
        own.nest().goOn(own, System.nanoTime());
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }
}
