package dev.loopscope.agent.watch;

import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.watch.system.KnownThread;
import dev.loopscope.agent.watch.system.LinuxThreads;
import dev.loopscope.agent.watch.system.SystemThreads;
import dev.loopscope.protocol.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The watcher's thread. It wakes when the first run now on a loop could break its limit, so it
 * finds a stall within a fraction of a millisecond, and otherwise every {@link #TICK_NANOS}, to
 * notice that the JVM stood still.
 */
public final class Watcher implements Runnable {

  static final long TICK_NANOS = 25_000_000L;
  private static final long MIN_TICK_NANOS = 1_000_000L;
  private static final long MAX_WORK_NANOS = Standstill.MIN_NANOS + MIN_TICK_NANOS;
  private static final int MAX_FINISHED = 4_096;

  private final Supplier<? extends List<? extends WatchedLoop>> loops;
  private final Supplier<Settings> settings;
  private final StallDesk stalls;
  private final Witness witness;
  private final JvmProcess process;
  private final PauseDesk pauses;
  private final SystemThreads system;
  private final Deadlocks deadlocks;
  private final Rehearsal rehearsal;
  private final GcBeans collections;
  private final ErrorLog errors;
  private final ArrayBlockingQueue<LongRun> finished = new ArrayBlockingQueue<>(MAX_FINISHED);
  private final ArrayBlockingQueue<Integer> gone = new ArrayBlockingQueue<>(MAX_FINISHED);

  /** When it was last seen whether the JVM had stood still, and how long stacks had taken then. */
  private long lookedNanos;

  private long stacksNanos;
  private volatile boolean stopped;

  /**
   * Wires the watcher.
   *
   * @param settings the limits that hold now, and which code is the user's
   * @param loops the loops to watch now; asked at every look
   * @param typeNames class name of a type of task by its number
   * @param reports where stalls and pauses go
   * @param errors gets what goes wrong
   * @param stackNumbers the next free number of a stack
   */
  public Watcher(
      Supplier<Settings> settings,
      Supplier<? extends List<? extends WatchedLoop>> loops,
      IntFunction<@Nullable String> typeNames,
      Reports reports,
      ErrorLog errors,
      IntSupplier stackNumbers) {
    this.settings = settings;
    this.loops = loops;
    this.errors = errors;
    long now = System.nanoTime();
    collections = new GcBeans(errors);
    process = new JvmProcess(errors);
    pauses =
        new PauseDesk(
            new GcPauses(collections, System::nanoTime), new Standstill(process, now), reports);
    StackSource threads = new JvmStackSource(this::thread);
    system =
        new LinuxThreads(
            Path.of("/proc/self"),
            System.getProperty("os.arch", ""),
            threads::cpuNanos,
            this::known,
            System::nanoTime);
    Sampler sampler = new Sampler(threads, system, process::safepointNanos);
    witness =
        new Witness(
            sampler, new OwnPackages(MainClass.find()), this::loop, typeNames, stackNumbers);
    stalls = new StallDesk(settings, sampler, witness, pauses, reports);
    deadlocks =
        new Deadlocks(
            threads,
            witness.stacks(),
            this::loop,
            this::isInRun,
            stalls::nextId,
            System::nanoTime,
            reports);
    rehearsal = new Rehearsal(sampler, pauses, errors);
    collections.listen();
  }

  private @Nullable Thread thread(long threadId) {
    WatchedLoop loop = byThread(threadId);
    return loop == null ? null : loop.thread();
  }

  private int loop(long threadId) {
    WatchedLoop loop = byThread(threadId);
    return loop == null ? 0 : loop.loop();
  }

  private boolean isInRun(long threadId) {
    WatchedLoop loop = byThread(threadId);
    return loop != null && loop.currentRun() != 0;
  }

  private @Nullable WatchedLoop byThread(long threadId) {
    for (WatchedLoop loop : loops.get()) {
      if (loop.threadId() == threadId) {
        return loop;
      }
    }
    return null;
  }

  private List<KnownThread> known() {
    List<KnownThread> known = new ArrayList<>();
    for (WatchedLoop loop : loops.get()) {
      known.add(new KnownThread(loop.threadId(), loop.name()));
    }
    return known;
  }

  /** From any thread: a finished run over its limit came out of a ring. Never blocks. */
  public void finished(LongRun run) {
    if (!finished.offer(run)) {
      errors.count("More long runs ended at once than the watcher takes: some have no alert");
    }
  }

  /** From any thread: the loop's thread has ended. Never blocks. */
  public void gone(int loop) {
    if (!gone.offer(loop)) {
      errors.count("More loops ended at once than the watcher takes");
    }
  }

  /** From any thread: the thread ends soon. */
  public void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    try {
      rehearse();
      watch();
    } finally {
      close();
    }
  }

  private void rehearse() {
    try {
      rehearsal.play();
    } catch (RuntimeException | Error e) {
      errors.count("rehearsing an alert", e);
    }
  }

  /** Frees what was made. The thread does so as it ends; call it when none was started. */
  public void close() {
    collections.close();
    process.close();
    system.close();
  }

  private void watch() {
    long planned = System.nanoTime();
    while (!stopped) {
      long now = System.nanoTime();
      try {
        planned = look(planned, now);
      } catch (RuntimeException | Error e) {
        errors.count("watching the loops", e);
        planned = now + TICK_NANOS;
      }
      sleepUntil(planned);
    }
  }

  private long spentOnStacks() {
    return witness.spentNanos() + deadlocks.spentNanos();
  }

  private void sleepUntil(long planned) {
    for (long left = planned - System.nanoTime();
        left > 0 && !stopped;
        left = planned - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /** Looks at everything once; returns when to look again. */
  private long look(long planned, long now) {
    lookAtPauses(planned, now);
    witness.follow(settings.get());
    long next = now + TICK_NANOS;
    for (WatchedLoop loop : loops.get()) {
      next = Math.min(next, stalls.look(loop, nowThatPausesAreKnown()));
    }
    nowThatPausesAreKnown(); // what has ended meanwhile waits for it too
    int ended = gone.size(); // their last runs have come before them
    for (LongRun run = finished.poll(); run != null; run = finished.poll()) {
      stalls.finished(run, System.nanoTime());
    }
    for (; ended > 0; ended--) {
      Integer loop = gone.poll();
      if (loop != null) {
        stalls.forget(loop, System.nanoTime());
      }
    }
    stalls.closeSettled(now);
    deadlocks.look();
    return Math.max(lookedNanos + MIN_TICK_NANOS, next);
  }

  /** The time; if the watcher was held up at its work it first sees why, and blames then. */
  private long nowThatPausesAreKnown() {
    long now = System.nanoTime();
    if (now - lookedNanos > MAX_WORK_NANOS) {
      lookAtPauses(lookedNanos + MIN_TICK_NANOS, now);
    }
    return now;
  }

  private void lookAtPauses(long planned, long now) {
    long spent = spentOnStacks();
    pauses.look(planned, now, spent - stacksNanos);
    stacksNanos = spent;
    lookedNanos = now;
  }
}
