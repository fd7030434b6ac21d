package dev.loopscope.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * Hooks for a queue of events that the application makes, sees and gets back, so that none is ever
 * wrapped; and whose events may pump further events, see {@link LoopscopeNest}.
 */
public final class LoopscopeEvents {
  private static volatile @Nullable LoopscopeOrigins origins;

  private LoopscopeEvents() {}

  /** Makes or drops the table of origins; at the start and end of a session. */
  public static void reset() {
    origins = null;
  }

  /** An event is on its way to the queue: some thread asked for it now, others may carry it on. */
  public static void announced(@Nullable Object event) {
    if (event == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      if (table().find(event) == null) {
        put(event);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /**
   * An event enters the queue, or moves from one queue to another.
   *
   * @param loopThread the thread that will run it, null if it is not started yet
   */
  public static void posted(@Nullable Object event, @Nullable Thread loopThread) {
    if (event == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeOrigins.Entry known = table().find(event);
      LoopscopeOrigins.Entry entry = known == null ? put(event) : known;
      if (!entry.counted) {
        entry.counted = true;
        count(LoopscopeCounts.SUBMITTED, loopThread);
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  private static LoopscopeOrigins table() {
    LoopscopeOrigins present = origins;
    if (present == null) {
      present = new LoopscopeOrigins();
      origins = present; // two threads may race once; the loser's first origin is unknown
    }
    return present;
  }

  private static LoopscopeOrigins.Entry put(Object event) {
    Thread submitter = Thread.currentThread();
    LoopscopeLoop from = LoopscopeLoops.find(submitter);
    long parent = from == null ? 0 : from.ownRunId();
    long submitterId = LoopscopeLoops.threadId(submitter);
    LoopscopeOrigins.Entry entry =
        new LoopscopeOrigins.Entry(event, System.nanoTime(), parent, submitterId);
    table().put(event, entry);
    return entry;
  }

  /** What was posted was made one with an event that waits already: there is one less to run. */
  public static void coalesced(boolean merged, @Nullable Thread loopThread) {
    if (!merged || !LoopscopePoints.on()) {
      return;
    }
    try {
      count(LoopscopeCounts.REJECTED, loopThread);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  private static void count(int what, @Nullable Thread loopThread) {
    Thread caller = Thread.currentThread();
    LoopscopeLoop to = LoopscopeLoops.find(loopThread);
    if (to != null && caller == loopThread) {
      to.counts().addOwn(what);
    } else {
      LoopscopeCounts counts = to == null ? LoopscopeLoops.unbound() : to.counts();
      counts.addFrom(LoopscopeLoops.threadId(caller), what);
    }
  }

  /** The loop's thread asks for the next event, and waits until there is one. */
  public static void waits() {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null) {
        return;
      }
      if (loop.takenEvent) {
        loop.takenEvent = false; // some filter threw the one before away
        loop.counts().addOwn(LoopscopeCounts.CANCELLED);
      }
      if (loop.isInTask()) {
        loop.nest().layAside(loop, System.nanoTime());
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The wait is over without an event. */
  public static void waitEnded() {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && LoopscopePoints.on()) {
        loop.nest().goOn(loop, System.nanoTime());
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The loop's thread has taken an event off the queue. */
  public static void taken(@Nullable Object event) {
    if (event == null || !LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeOrigins from = origins;
      LoopscopeOrigins.Entry entry = from == null ? null : from.find(event);
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && entry != null && entry.counted) {
        loop.counts().addOwn(LoopscopeCounts.TAKEN);
        loop.takenEvent = true;
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** The calling loop thread begins an event. */
  public static void enter(Object event, String kind, int rank) {
    if (!LoopscopePoints.on()) {
      return;
    }
    try {
      LoopscopeLoop loop = LoopscopeLoops.findOrAdd(Thread.currentThread());
      if (loop == null) {
        return;
      }
      loop.takenEvent = false;
      if (loop.isInTask()) {
        loop.nestedRuns++;
        return;
      }
      loop.raiseKind(kind, rank);
      begin(loop, event);
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  private static void begin(LoopscopeLoop loop, Object event) {
    long start = System.nanoTime();
    int type = LoopscopeTypes.id(event.getClass());
    LoopscopeOrigins from = origins;
    LoopscopeOrigins.Entry entry = from == null ? null : from.find(event);
    int kind = LoopscopeRecord.KIND_TASK;
    if (from == null || entry == null) {
      loop.begin(kind, type, 0, 0, 0, start, 0, event);
    } else {
      from.remove(event, entry);
      long submitter = entry.submitterId;
      loop.begin(kind, type, entry.parentId, entry.submittedNanos, 0, start, submitter, event);
    }
  }

  /** The event in progress only calls a command, whose class tells more than its own. */
  public static void command(Object event, @Nullable Object command) {
    LoopscopeFutures.command(event, command);
  }

  /** The event begun last on the calling thread has ended; {@code thrown} null: it returned. */
  public static void exit(@Nullable Throwable thrown) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop == null || !loop.isInTask()) {
        return;
      }
      end(loop, thrown);
      if (loop.hasNest()) {
        loop.nest().goOn(loop, System.nanoTime());
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  /** Ends what was begun last: an inner one, the rest of one laid aside, or a whole one. */
  static void end(LoopscopeLoop loop, @Nullable Throwable thrown) {
    boolean whole = loop.nestedRuns > 0 || !loop.hasNest();
    if (whole || !loop.nest().endRest(loop, thrown, System.nanoTime())) {
      LoopscopeTasks.end(loop, thrown != null);
    }
  }
}
