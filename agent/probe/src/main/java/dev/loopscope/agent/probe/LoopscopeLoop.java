package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * What the probe knows of one loop: its ring, its totals and, inherited, its run in progress.
 *
 * <p>Only the loop's own thread writes. Other threads may call the public methods.
 */
public final class LoopscopeLoop extends LoopscopeRunSlot {
  private static final VarHandle POLL_SINCE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
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
  private volatile int copy;
  private volatile int likelyCopy;
  private int copyRank;
  private volatile @Nullable LoopscopeRing ring;
  private volatile long unringed;
  private volatile boolean proven;
  private volatile boolean queueShared;

  // loop state; loop thread only, but pollSince is also read by the watcher
  int nestedRuns;
  int pollDepth;
  int ignoredPolls;
  boolean polls;
  boolean periodic;
  boolean ringTried;

  /** An event was taken off the queue and has not begun. */
  boolean takenEvent;

  private volatile @Nullable Throwable caller;
  private boolean callerNoted;
  private @Nullable LoopscopeNest nest;

  /** The thread belongs to a timer of the JDK. */
  boolean timer;

  /** When a timer's thread seemed to die of its task, 0 when it does not. */
  long diedNanos;

  private volatile @Nullable LoopscopeWorker worker;

  long chainNanos;
  @Nullable WeakReference<Object> selector;

  /** Since when it is known to serve a declared queue. */
  long servesSinceNanos;

  /** How often in a row it came back from the same selector. */
  int sameSelects;

  @SuppressWarnings("UnusedVariable") // read through POLL_SINCE
  private long pollSince;

  LoopscopeLoop(int index, Thread thread, long threadId) {
    super(LoopscopeRecord.firstRunId(index));
    this.index = index;
    this.thread = thread;
    this.threadId = threadId;
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

  /** Number of the framework's copy that the loop is of, 0 unknown. */
  public int copy() {
    int said = copy;
    return said == 0 ? likelyCopy : said;
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

  /**
   * Remembers from where a loop waits of which nothing else is known, once: it may be in that wait
   * too seldom, or for too short, to be met there. Nothing is read off the stack here.
   */
  void noteCaller() {
    if (!callerNoted
        && kindRank == LoopscopePolls.RANK_SELECTOR
        && (proven || sameSelects + 1 >= LoopscopePolls.SELECTS_OF_A_LOOP)) {
      callerNoted = true;
      caller = new Throwable();
    }
  }

  /**
   * Drain thread only: the stack on which the loop's thread went to wait, innermost frame first.
   *
   * @return null before it has told, and when it was taken already
   */
  public StackTraceElement @Nullable [] takeCaller() {
    Throwable noted = caller;
    if (noted == null) {
      return null;
    }
    caller = null; // it holds the classes of its frames
    return noted.getStackTrace();
  }

  /** Since when the loop waits in select or poll, 0 when it does not. */
  public long pollSinceNanos() {
    long left = leftSinceNanos();
    return left != 0 ? left : (long) POLL_SINCE.getOpaque(this);
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

  /** Sets the kind likewise, and whose hook said so: the number of a copy, 0 for the JDK. */
  void raiseKind(String name, int rank, int sayer) {
    raiseKind(name, rank);
    if (rank > copyRank && sayer != 0) {
      copyRank = rank;
      copy = sayer;
    }
  }

  /** Any thread: of which copy the loop seems to be, until a hook says it. */
  void expectCopy(int likely) {
    likelyCopy = likely;
  }

  void setPollSince(long nanos) {
    POLL_SINCE.setOpaque(this, nanos);
  }

  /**
   * Like {@link #isRunning(Object)}; a pool's task that was taken off a queue before anybody
   * watched turns out to be this one.
   */
  boolean isRunningOrAdopts(Object candidate) {
    if (worker != null) {
      adopt(candidate);
    }
    return isRunning(candidate);
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

  /** Drain thread only, once the loop's thread has ended: tells what that could not tell. */
  public void threadEnded() {
    release();
    if (isRunning() && diedNanos != 0) {
      setOutcome(LoopscopeRecord.OUTCOME_FAILED);
      end(diedNanos);
    }
  }

  @Override
  void countIdle(long nanos) {
    counts.addOwn(LoopscopeCounts.WAIT_NANOS, nanos);
  }

  @Override
  @Nullable LoopscopeRing count(int runKind, int outcome, long busyNanos) {
    counts.addOwn(LoopscopeCounts.BUSY_NANOS, busyNanos);
    if (runKind <= LoopscopeRecord.KIND_TIMER && outcome <= LoopscopeRecord.OUTCOME_FAILED) {
      counts.addOwn(
          outcome == LoopscopeRecord.OUTCOME_DONE ? LoopscopeCounts.DONE : LoopscopeCounts.FAILED);
    }
    if (!proven && kindRank == LoopscopePolls.RANK_SELECTOR) {
      return null; // so far it only selects now and then: no memory for that
    }
    LoopscopeRing to = ring;
    if (to == null) {
      to = firstRing();
      if (to == null) {
        long already = unringed;
        unringed = already + 1; // only this thread writes
      }
    }
    return to;
  }

  private @Nullable LoopscopeRing firstRing() {
    if (!ringTried) {
      ringTried = true;
      ring = LoopscopeLoops.allocateRing();
    }
    return ring;
  }
}
