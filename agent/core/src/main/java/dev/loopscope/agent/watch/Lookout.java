package dev.loopscope.agent.watch;

import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.watch.system.KnownThread;
import dev.loopscope.agent.watch.system.LinuxThreads;
import dev.loopscope.agent.watch.system.SystemThreads;
import dev.loopscope.protocol.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that the {@link Watcher} looks with, and one look at everything. Made and used by the
 * watcher's thread alone: it asks the JVM for much that is loaded only then.
 */
public final class Lookout implements AutoCloseable {

  private static final long MAX_WORK_NANOS = Standstill.MIN_NANOS + Watcher.MIN_TICK_NANOS;

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

  /** When it was last seen whether the JVM had stood still, and how long stacks had taken then. */
  private long lookedNanos;

  private long stacksNanos;

  /**
   * Wires what is needed to look, and begins to listen to collections.
   *
   * @param settings the limits that hold now, and which code is the user's
   * @param loops the loops to watch now; asked at every look
   * @param typeNames class name of a type of task by its number
   * @param reports where stalls and pauses go
   * @param errors gets what goes wrong
   * @param stackNumbers the next free number of a stack
   */
  public Lookout(
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

  /** Plays a stall once, so that the first real one does not wait for classes. */
  void rehearse() {
    try {
      rehearsal.play();
    } catch (RuntimeException | Error e) {
      errors.count("rehearsing an alert", e);
    }
  }

  @Override
  public void close() {
    collections.close();
    process.close();
    system.close();
  }

  private long spentOnStacks() {
    return witness.spentNanos() + deadlocks.spentNanos();
  }

  /**
   * Looks at everything once.
   *
   * @param planned when this look should have been
   * @param told what ended meanwhile
   * @return when to look again
   */
  long look(long planned, long now, Intake told) {
    lookAtPauses(planned, now);
    witness.follow(settings.get());
    long next = now + Watcher.TICK_NANOS;
    for (WatchedLoop loop : loops.get()) {
      next = Math.min(next, stalls.look(loop, nowThatPausesAreKnown()));
    }
    nowThatPausesAreKnown(); // what has ended meanwhile waits for it too
    told.pass(stalls);
    stalls.closeSettled(now);
    deadlocks.look();
    return Math.max(lookedNanos + Watcher.MIN_TICK_NANOS, next);
  }

  /** The time; if the watcher was held up at its work it first sees why, and blames then. */
  private long nowThatPausesAreKnown() {
    long now = System.nanoTime();
    if (now - lookedNanos > MAX_WORK_NANOS) {
      lookAtPauses(lookedNanos + Watcher.MIN_TICK_NANOS, now);
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
