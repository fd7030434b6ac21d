package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What the probe knows of one loop: its ring, its totals and its run in progress.
 *
 * <p>Only the loop's own thread writes. Other threads may call the public methods. The run in
 * progress is guarded by its id, which is never used twice: the writer clears the id, changes the
 * fields, then sets the new id; a reader that sees the same id before and after has read one run.
 */
public final class LoopscopeLoop {
  static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

  private static final VarHandle RUN_ID;
  private static final VarHandle POLL_SINCE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      RUN_ID = lookup.findVarHandle(LoopscopeLoop.class, "runId", long.class);
      POLL_SINCE = lookup.findVarHandle(LoopscopeLoop.class, "pollSince", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final int index;
  private final Thread thread;
  private final long threadId;
  private final LoopscopeCounts counts = new LoopscopeCounts();
  private final LoopscopeFacts facts = new LoopscopeFacts();
  private volatile String kind = "";
  private int kindRank;
  private volatile @Nullable LoopscopeRing ring;
  private volatile long unringed;
  private volatile boolean proven;
  private volatile long leftRunId;
  private volatile boolean queueShared;

  // the run in progress; loop thread writes, see the class comment
  private long runId;
  private int runKind;
  private int runType;
  private long parentId;
  private long submittedNanos;
  private long dueNanos;
  private long startNanos;
  private long submitterId;
  private int outcome;
  private boolean commandRan;
  private int sureness;
  private long lastRunId;
  private @Nullable Object task;

  // loop state; loop thread only, but pollSince is also read by the watcher
  int nestedRuns;
  int pollDepth;
  int ignoredPolls;
  boolean polls;
  boolean periodic;
  boolean ringTried;

  /** An event was taken off the queue and has not begun. */
  boolean takenEvent;

  private @Nullable LoopscopeNest nest;

  /** The thread belongs to a timer of the JDK. */
  boolean timer;

  /** When a timer's thread seemed to die of its task, 0 when it does not. */
  long diedNanos;

  private volatile @Nullable LoopscopeWorker worker;

  // a run that has ended, but is not told before it is known whether it failed; 0 none
  private long heldRunId;
  private long heldEndNanos;
  long chainNanos;
  @Nullable WeakReference<Object> selector;

  /** Since when it is known to serve a declared queue. */
  long servesSinceNanos;

  /** How often in a row it came back from the same selector. */
  int sameSelects;

  @SuppressWarnings("UnusedVariable") // read through POLL_SINCE
  private long pollSince;

  LoopscopeLoop(int index, Thread thread, long threadId) {
    this.index = index;
    this.thread = thread;
    this.threadId = threadId;
    lastRunId = LoopscopeRecord.firstRunId(index);
  }

  /** Number of the loop, unique in this process, never 0 and never used again. */
  public int index() {
    return index;
  }

  public Thread thread() {
    return thread;
  }

  public long threadId() {
    return threadId;
  }

  /** What kind of loop it is, such as {@code netty-nio}; may become more exact early on. */
  public String kind() {
    return kind;
  }

  public LoopscopeCounts counts() {
    return counts;
  }

  /** What is known of it besides its runs. */
  public LoopscopeFacts facts() {
    return facts;
  }

  /** The ring of finished runs; null until the first run ended, or when the memory is used up. */
  public @Nullable LoopscopeRing ring() {
    return ring;
  }

  /** Records lost: by a full ring, or because there was no memory for a ring. */
  public long lost() {
    LoopscopeRing present = ring;
    return unringed + (present == null ? 0 : present.lost());
  }

  /**
   * Whether the thread is a loop for certain. A thread that selects now and then, such as a client
   * with a selector of its own for one answer, is none: it has no ring and no lane.
   */
  public boolean isProven() {
    return proven;
  }

  /** Any thread: it is a loop, by whatever else is known of it. */
  public void prove() {
    proven = true;
  }

  /**
   * Any thread but the loop's: the thread was seen doing something else than its loop, so the run
   * that began when it last came back from its wait is none. Until it waits again it is idle.
   */
  public void leave(long run) {
    leftRunId = run;
  }

  /** Whether other threads take tasks from its queue too, so that its length is not its own. */
  public boolean isQueueShared() {
    return queueShared;
  }

  void setQueueShared() {
    queueShared = true;
  }

  /** The selector that it waited on last, if it is still there. Any thread. */
  public @Nullable Object selector() {
    WeakReference<Object> present = selector;
    return present == null ? null : present.get();
  }

  /** Remembers what it waits on; nothing is kept alive by that. Loop thread only. */
  void waitsOn(@Nullable Object waitedOn) {
    if (!waitsOnSame(waitedOn)) {
      selector = waitedOn == null ? null : new WeakReference<>(waitedOn);
      sameSelects = 0;
    }
  }

  /** Whether it is what the loop waited on before. Loop thread only. */
  boolean waitsOnSame(@Nullable Object candidate) {
    WeakReference<Object> present = selector;
    return present == null ? candidate == null : present.refersTo(candidate);
  }

  /** Since when the loop waits in select or poll, 0 when it does not. */
  public long pollSinceNanos() {
    long id = (long) RUN_ID.getAcquire(this);
    return id != 0 && id == leftRunId ? startNanos : (long) POLL_SINCE.getOpaque(this);
  }

  /** Id of the run in progress, 0 when there is none. */
  public long currentRunId() {
    long id = (long) RUN_ID.getAcquire(this);
    return id == leftRunId ? 0 : id;
  }

  /**
   * Any thread: copies the run in progress.
   *
   * @return whether a run is in progress and was copied whole; false also when it ended meanwhile
   */
  public boolean readCurrent(LoopscopeCurrent into) {
    long id = (long) RUN_ID.getAcquire(this);
    into.runId = id;
    into.kind = runKind;
    into.type = runType;
    into.parentId = parentId;
    into.submittedNanos = submittedNanos;
    into.dueNanos = dueNanos;
    into.startNanos = startNanos;
    into.submitterThreadId = submitterId;
    VarHandle.loadLoadFence();
    if (id == 0 || id == leftRunId || (long) RUN_ID.getOpaque(this) != id) {
      into.runId = 0;
      return false;
    }
    return true;
  }

  /** How sure the kind is; the loop keeps the kind of the highest rank it was seen as. */
  int kindRank() {
    return kindRank;
  }

  /** Sets the kind unless the loop is already known as something more exact. */
  void raiseKind(String name, int rank) {
    if (rank > kindRank) {
      kindRank = rank;
      kind = name;
      if (rank > LoopscopePolls.RANK_SELECTOR) {
        proven = true; // never back to false: another thread may have proven it
      }
    }
  }

  void setPollSince(long nanos) {
    POLL_SINCE.setOpaque(this, nanos);
  }

  // ---- the loop thread's own view of the run in progress ----

  boolean isRunning() {
    return runId != 0;
  }

  boolean isInIo() {
    return runId != 0 && runKind == LoopscopeRecord.KIND_IO;
  }

  boolean isInTask() {
    return runId != 0 && runKind != LoopscopeRecord.KIND_IO;
  }

  /** Whether the run in progress executes exactly this object. */
  boolean isRunning(Object candidate) {
    return task == candidate && runId != 0;
  }

  /**
   * Like {@link #isRunning(Object)}; a pool's task that was taken off a queue before anybody
   * watched turns out to be this one.
   */
  boolean isRunningOrAdopts(Object candidate) {
    if (runId != 0 && task == null && worker != null && !isInIo()) {
      task = candidate;
    }
    return isRunning(candidate);
  }

  /** When the run in progress began. Loop thread only. */
  long ownStartNanos() {
    return startNanos;
  }

  /** The type of the run in progress. Loop thread only. */
  int ownType() {
    return runType;
  }

  /** Whether runs were ever laid aside on this loop. Loop thread only. */
  boolean hasNest() {
    return nest != null;
  }

  /** The runs laid aside. Loop thread only. */
  LoopscopeNest nest() {
    LoopscopeNest present = nest;
    if (present == null) {
      present = new LoopscopeNest();
      nest = present;
    }
    return present;
  }

  /** What is known of it as a worker of a pool, null when it is none. Any thread. */
  @Nullable LoopscopeWorker worker() {
    return worker;
  }

  /** Whether its thread works for a pool, with others, from one queue. Any thread. */
  public boolean isWorker() {
    return worker != null;
  }

  void setWorker(LoopscopeWorker present) {
    worker = present;
  }

  /** Something begins that only a loop does; see {@link LoopscopeWorker#leaves}. */
  boolean leavesPoolTask(int rank) {
    LoopscopeWorker present = worker;
    return present != null && present.leaves(this, rank);
  }

  /** The run that is to blame for what is submitted now, 0 none. Loop thread only. */
  long ownRunId() {
    return runId;
  }

  void begin(
      int kindOfRun,
      int type,
      long parent,
      long submitted,
      long due,
      long start,
      long submitter,
      @Nullable Object runs) {
    release();
    runKind = kindOfRun;
    runType = type;
    parentId = parent;
    submittedNanos = submitted;
    dueNanos = due;
    startNanos = start;
    submitterId = submitter;
    outcome = LoopscopeRecord.OUTCOME_DONE;
    commandRan = false;
    sureness = -1;
    task = runs;
    RUN_ID.setRelease(this, ++lastRunId);
  }

  /**
   * The timer's own command begins, which tells its type and where it came from. It also proves
   * that the run is no bookkeeping: a timer that was not yet due a moment ago may be by now.
   */
  void describeTimer(int type, long parent, long submitted, long due, long submitter) {
    if (runKind != LoopscopeRecord.KIND_TIMER && runKind != LoopscopeRecord.KIND_INTERNAL) {
      return;
    }
    runKind = LoopscopeRecord.KIND_TIMER;
    commandRan = true;
    runType = type;
    parentId = parent;
    submittedNanos = submitted;
    submitterId = submitter;
    if (dueNanos == 0) {
      dueNanos = due;
    }
  }

  /** Where the work of the run in progress comes from, which only the work itself knows. */
  void describeWork(long parent, long submitted, long submitter) {
    parentId = parent;
    submittedNanos = submitted;
    submitterId = submitter;
  }

  /** The run in progress is of this class, unless something surer was said before. */
  void describe(Class<?> type, int sure) {
    if (sure > sureness) {
      sureness = sure;
      runType = LoopscopeTypes.id(type);
    }
  }

  void setRunKind(int kindOfRun) {
    runKind = kindOfRun;
  }

  /** Another object stands for the run in progress from now on. */
  void setTask(Object candidate) {
    task = candidate;
  }

  void setRunType(int type) {
    runType = type;
  }

  /** Names the run in progress if it is a framework's own. */
  void nameInternal(int type) {
    if (runKind == LoopscopeRecord.KIND_INTERNAL && task != null) {
      runType = type;
    }
  }

  void setDueNanos(long due) {
    dueNanos = due;
  }

  void setOutcome(int outcomeOfRun) {
    outcome = outcomeOfRun;
  }

  /** The command of the run in progress certainly runs, whatever its future says later. */
  void setCommandRan() {
    commandRan = true;
  }

  /** The future of the run in progress is cancelled by now: its command did not run, if unknown. */
  void cancelUnlessRan() {
    if (!commandRan) {
      outcome = LoopscopeRecord.OUTCOME_CANCELLED;
    }
  }

  /** The run in progress turns out to be none. */
  void discard() {
    RUN_ID.setRelease(this, 0L);
    task = null;
  }

  /** Ends the run in progress, but tells it only when it is known whether it failed. */
  void hold(long end) {
    heldRunId = runId;
    heldEndNanos = end;
    RUN_ID.setRelease(this, 0L);
    task = null;
  }

  /** Tells the run that was held, if any. */
  void release() {
    long id = heldRunId;
    if (id != 0) {
      heldRunId = 0;
      tell(id, heldEndNanos);
    }
  }

  /** The run that was held, if any, has failed. */
  void failHeld() {
    if (heldRunId != 0) {
      outcome = LoopscopeRecord.OUTCOME_FAILED;
      release();
    }
  }

  /** Drain thread only, once the loop's thread has ended: tells what that could not tell. */
  public void threadEnded() {
    release();
    if (runId != 0 && diedNanos != 0) {
      outcome = LoopscopeRecord.OUTCOME_FAILED;
      end(diedNanos);
    }
  }

  /** Ends the run in progress: counts it, writes its record, clears the slot. */
  void end(long end) {
    long id = runId;
    RUN_ID.setOpaque(this, 0L);
    VarHandle.storeStoreFence();
    task = null;
    if (id == leftRunId) {
      counts.addOwn(LoopscopeCounts.WAIT_NANOS, end - startNanos);
      return;
    }
    tell(id, end);
  }

  private void tell(long id, long end) {
    counts.addOwn(LoopscopeCounts.BUSY_NANOS, end - startNanos);
    if (runKind <= LoopscopeRecord.KIND_TIMER && outcome <= LoopscopeRecord.OUTCOME_FAILED) {
      counts.addOwn(
          outcome == LoopscopeRecord.OUTCOME_DONE ? LoopscopeCounts.DONE : LoopscopeCounts.FAILED);
    }
    if (!proven && kindRank == LoopscopePolls.RANK_SELECTOR) {
      return; // so far it only selects now and then: no memory for that
    }
    LoopscopeRing to = ring;
    if (to == null) {
      to = firstRing();
      if (to == null) {
        long already = unringed;
        unringed = already + 1; // only this thread writes
        return;
      }
    }
    to.write(
        LoopscopeRecord.header(runKind, outcome, runType),
        id,
        parentId,
        submittedNanos,
        dueNanos,
        startNanos,
        end,
        submitterId);
  }

  private @Nullable LoopscopeRing firstRing() {
    if (!ringTried) {
      ringTried = true;
      ring = LoopscopeLoops.allocateRing();
    }
    return ring;
  }
}
