package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The run in progress of one loop.
 *
 * <p>Only the loop's own thread writes. Other threads may call the public methods. The run is
 * guarded by its id, which is never used twice: the writer clears the id, changes the fields, then
 * sets the new id; a reader that sees the same id before and after has read one run.
 *
 * <p>The loop inherits it instead of holding one: hooks come to the fields without another step.
 */
public abstract class LoopscopeRunSlot {
  private static final VarHandle RUN_ID;

  static {
    try {
      RUN_ID = MethodHandles.lookup().findVarHandle(LoopscopeRunSlot.class, "runId", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile long leftRunId;

  // loop thread writes, see the class comment
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

  // a run that has ended, but is not told before it is known whether it failed; 0 none
  private long heldRunId;
  private long heldEndNanos;

  LoopscopeRunSlot(long firstRunId) {
    lastRunId = firstRunId;
  }

  /**
   * Any thread but the loop's: the thread was seen doing something else than its loop, so the run
   * that began when it last came back from its wait is none. Until it waits again it is idle.
   */
  public void leave(long run) {
    leftRunId = run;
  }

  /** Id of the run in progress, 0 when there is none. */
  public long currentRunId() {
    long id = (long) RUN_ID.getAcquire(this);
    return id == leftRunId ? 0 : id;
  }

  /** Since when the loop is idle that was left in what seemed its run, 0 when it was not. */
  long leftSinceNanos() {
    long id = (long) RUN_ID.getAcquire(this);
    return id != 0 && id == leftRunId ? startNanos : 0;
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

  /** Whether the object that the run in progress executes is not known yet. */
  boolean lacksTask() {
    return runId != 0 && task == null && runKind != LoopscopeRecord.KIND_IO;
  }

  /** A run whose object is not known yet, and that is no I/O, turns out to execute this one. */
  void adopt(Object candidate) {
    if (lacksTask()) {
      task = candidate;
    }
  }

  /** When the run in progress began. Loop thread only. */
  long ownStartNanos() {
    return startNanos;
  }

  /** The type of the run in progress. Loop thread only. */
  int ownType() {
    return runType;
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

  /** Before the fields of the run change, so that no reader takes new ones for the old run's. */
  private void clearId() {
    RUN_ID.setOpaque(this, 0L);
    VarHandle.storeStoreFence();
  }

  /** The run in progress turns out to be none. */
  void discard() {
    clearId();
    task = null;
  }

  /** Ends the run in progress, but tells it only when it is known whether it failed. */
  void hold(long end) {
    heldRunId = runId;
    heldEndNanos = end;
    clearId();
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

  /** Ends the run in progress: counts it, writes its record, clears the slot. */
  void end(long end) {
    long id = runId;
    clearId();
    task = null;
    if (id == leftRunId) {
      countIdle(end - startNanos);
      return;
    }
    tell(id, end);
  }

  private void tell(long id, long end) {
    LoopscopeRing to = count(runKind, outcome, end - startNanos);
    if (to != null) {
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
  }

  /** What seemed a run has ended, and was none. */
  abstract void countIdle(long nanos);

  /**
   * A run has ended: adds it to the totals.
   *
   * @return where its record goes, null nowhere
   */
  abstract @Nullable LoopscopeRing count(int kindOfRun, int outcomeOfRun, long busyNanos);
}
