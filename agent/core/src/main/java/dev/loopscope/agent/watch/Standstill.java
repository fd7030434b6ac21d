package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Concludes from the watcher's own lateness that the whole JVM stood still: in a safepoint, or
 * frozen from outside.
 *
 * <p>When the watcher wakes much later than it wanted to, either collections explain it, or
 * safepoints do (the JVM counts their time), or no CPU was free (the operating system counts that),
 * or the process did not run at all: then it used next to no CPU. A debugger stops only the threads
 * that run Java, asleep or at work: the compilers go on, so a watcher that neither ran itself nor
 * waited for any of these reasons was held too. Collections are told late, so every lateness waits
 * {@link StallDesk#DOUBT_NANOS} for its explanation. For the watcher's thread.
 */
final class Standstill {

  /** Lateness below this is ordinary scheduling. */
  static final long MIN_NANOS = 20_000_000L;

  /**
   * The longest that stacks take on a busy machine; a debugger or a signal may hold them up too.
   */
  private static final long MAX_STACKS_NANOS = 100_000_000L;

  /** How long on a busy machine a safepoint may take to be counted after it let the threads go. */
  private static final long COUNTED_LATE_NANOS = 50_000_000L;

  private static final long SAFEPOINT_EVERY_NANOS = 500_000_000L;
  private static final double SAFEPOINT_PART = 0.5;
  private static final double CPU_PART = 0.25;

  private final ProcessSource process;
  private final ArrayDeque<Late> unexplained = new ArrayDeque<>();

  /** For some ticks it is not known whether it was a safepoint. */
  private @Nullable Late latest;

  private long lastTickNanos;
  private long lastCpu;
  private long lastSafepoint;
  private long safepointReadNanos;
  private long lastRunQueue = -1;
  private long lastOwnCpu = -1;
  private long stacksNanos;

  /** A time in which the watcher wanted to look and did not. */
  private static final class Late {
    /** When it looked last, when it wanted to look, and when it did. */
    final long lookedNanos;

    final long fromNanos;
    final long toNanos;

    /** CPU time the process used since it looked last, -1 unknown. */
    final long cpuNanos;

    /** Time in which the watcher waited for a CPU. */
    final long queuedNanos;

    /** Time in which it took stacks; if that took too long, it was held while it did. */
    final long stacksNanos;

    /**
     * How much of the lateness it did not run itself; 0 when not all that may explain it is known.
     */
    final long didNotRunNanos;

    /** Time in safepoints when it was read last, and since then. */
    final long safepointBefore;

    final long safepointReadNanos;

    long safepointNanos;

    /** Until when safepoints were counted, which is some ticks after it ended. */
    long countedUntilNanos;

    Late(
        long lookedNanos,
        long from,
        long to,
        long cpu,
        long queuedNanos,
        long stacksNanos,
        long didNotRunNanos,
        long safepoints,
        long safepointReadNanos) {
      this.lookedNanos = lookedNanos;
      fromNanos = from;
      toNanos = to;
      cpuNanos = cpu;
      this.queuedNanos = queuedNanos;
      this.stacksNanos = Math.min(stacksNanos, MAX_STACKS_NANOS);
      this.didNotRunNanos = didNotRunNanos;
      safepointBefore = safepoints;
      this.safepointReadNanos = safepointReadNanos;
    }

    /** Counts the safepoints so far; a safepoint lets threads go before it is itself counted. */
    void count(long safepoints, long nowNanos) {
      safepointNanos = safepoints < 0 ? 0 : safepoints - safepointBefore;
      countedUntilNanos = nowNanos;
    }

    /** Once all is told of them: collections that only came after it explain nothing. */
    void leaveOutLaterCollections(PauseLog known) {
      long later = known.overlapNanos(Pause.Cause.GC, toNanos, countedUntilNanos);
      safepointNanos = Math.max(0, safepointNanos - later);
    }

    boolean mayBeFrozen() {
      return processDidNotRun()
          || didNotRunNanos - queuedNanos - stacksNanos - safepointNanos >= MIN_NANOS;
    }

    private boolean processDidNotRun() {
      return cpuNanos >= 0
          && cpuNanos < (toNanos - lookedNanos) * CPU_PART
          && toNanos - fromNanos - queuedNanos - stacksNanos >= MIN_NANOS;
    }

    /**
     * The process may have been frozen right after the last look, but not before it used what CPU
     * time it used, and not while it waited for a CPU. Rather too early than blaming code for the
     * difference.
     */
    long earliestFreezeNanos() {
      return Math.min(fromNanos, lookedNanos + Math.max(0, cpuNanos)) + queuedNanos;
    }

    long earliestNanos() {
      return mayBeFrozen() ? earliestFreezeNanos() : fromNanos;
    }

    /** Otherwise other programs or our own threads had the CPU: no pause of the JVM. */
    boolean mayBePause() {
      return mayBeFrozen() || safepointNanos > (toNanos - fromNanos) * SAFEPOINT_PART;
    }
  }

  Standstill(ProcessSource process, long nowNanos) {
    this.process = process;
    lastTickNanos = nowNanos;
    lastCpu = process.cpuNanos();
    lastSafepoint = process.safepointNanos();
    safepointReadNanos = nowNanos;
  }

  /**
   * The watcher spent so much of the time since the last tick on taking stacks: they come only when
   * all threads have stopped, which takes long on a busy machine and is no freeze, up to {@link
   * #MAX_STACKS_NANOS}. It may be a safepoint.
   */
  void tookStacks(long nanos) {
    stacksNanos = nanos;
  }

  /** The watcher wanted to wake at {@code plannedNanos} and did at {@code nowNanos}. */
  void tick(long plannedNanos, long nowNanos) {
    long cpu = process.cpuNanos();
    long runQueue = process.runQueueNanos();
    long ownCpu = process.ownCpuNanos();
    long late = nowNanos - plannedNanos;
    if (latest != null
        || late >= MIN_NANOS
        || nowNanos - safepointReadNanos > SAFEPOINT_EVERY_NANOS) {
      tickWithSafepoints(plannedNanos, nowNanos, cpu, runQueue, ownCpu);
    }
    lastTickNanos = nowNanos;
    lastCpu = cpu;
    lastRunQueue = runQueue;
    lastOwnCpu = ownCpu;
    stacksNanos = 0;
  }

  /** The JVM's total is costly to read: only when there is something to explain, or it gets old. */
  private void tickWithSafepoints(
      long plannedNanos, long nowNanos, long cpu, long runQueue, long ownCpu) {
    long safepoint = process.safepointNanos();
    if (latest != null) {
      latest.count(safepoint, nowNanos);
      if (!latest.mayBePause()) {
        unexplained.remove(latest);
        latest = null;
      } else if (nowNanos - latest.toNanos >= COUNTED_LATE_NANOS) {
        latest = null;
      }
    }
    long late = nowNanos - plannedNanos;
    if (late >= MIN_NANOS) {
      long queued = runQueue < 0 || lastRunQueue < 0 ? 0 : runQueue - lastRunQueue;
      long used = cpu < 0 ? -1 : cpu - lastCpu;
      boolean known =
          runQueue >= 0
              && lastRunQueue >= 0
              && ownCpu >= 0
              && lastOwnCpu >= 0
              && safepoint >= 0
              && lastSafepoint >= 0;
      latest =
          new Late(
              lastTickNanos,
              plannedNanos,
              nowNanos,
              used,
              Math.max(0, queued),
              stacksNanos,
              known ? late - (ownCpu - lastOwnCpu) : 0,
              lastSafepoint,
              safepointReadNanos);
      latest.count(safepoint, nowNanos);
      unexplained.add(latest);
    }
    lastSafepoint = safepoint;
    safepointReadNanos = nowNanos;
  }

  /**
   * Hands on the pauses that lateness older than the time of doubt turned out to be, and forgets
   * what collections explain.
   *
   * @param untold how much of the time between two moments may be collections still to be told
   */
  void explain(long nowNanos, PauseLog known, LongBinaryOperator untold, Consumer<Pause> found) {
    for (Iterator<Late> i = unexplained.iterator(); i.hasNext(); ) {
      Late late = i.next();
      long collected = known.overlapNanos(Pause.Cause.GC, late.fromNanos - MIN_NANOS, late.toNanos);
      long left = late.toNanos - late.fromNanos - collected;
      if (left < MIN_NANOS) {
        i.remove();
      } else if (nowNanos - late.toNanos >= StallDesk.DOUBT_NANOS
          && untold.applyAsLong(late.fromNanos, late.countedUntilNanos) == 0) {
        i.remove();
        late.leaveOutLaterCollections(known);
        explain(late, left, collected, known, found);
      }
    }
  }

  private static void explain(
      Late late, long left, long collected, PauseLog known, Consumer<Pause> found) {
    long from = late.toNanos - left;
    long safepoint =
        late.safepointNanos
            - known.overlapNanos(Pause.Cause.GC, late.safepointReadNanos, late.toNanos);
    if (safepoint > left * SAFEPOINT_PART) {
      found.accept(
          new Pause(
              Pause.Cause.SAFEPOINT,
              Math.max(late.lookedNanos, Math.min(from, late.toNanos - safepoint)),
              late.toNanos,
              "safepoint without garbage collection, about"));
    } else if (late.mayBeFrozen()) {
      found.accept(
          new Pause(
              Pause.Cause.FROZEN,
              collected == 0 ? late.earliestFreezeNanos() : from,
              late.toNanos,
              "the process did not run: stopped, debugged or suspended"));
    }
  }

  /** How much of the time between the two moments is lateness that has no explanation yet. */
  long doubtNanos(long fromNanos, long toNanos) {
    long doubt = 0;
    for (Late late : unexplained) {
      long from = Math.max(fromNanos, late.earliestNanos());
      doubt += Math.max(0, Math.min(toNanos, late.toNanos) - from);
    }
    return doubt;
  }
}
