package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Settings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens a case for every run over its limit and follows it to the verdict.
 *
 * <p>A case goes through three places. While the run lasts it is <em>open</em>: sampled with
 * back-off and announced at once, unless a JVM pause may explain its age; then it waits for
 * certainty, {@link #DOUBT_NANOS} at most. When the run has left the loop, the case is
 * <em>settling</em>: it waits for the exact end, which the finished run brings, and for late news
 * of pauses. Then its last frame is sent and it is forgotten. A run that was over before the
 * watcher came enters as settling, without samples; one that was over before its loop was watched
 * at all is told only if pauses that nobody saw cannot explain it.
 *
 * <p>For the watcher's thread. Time is passed in, so that a test can play any course.
 */
final class StallDesk {

  /** How long an alert waits for news of a pause; they take up to 100 ms on a quiet machine. */
  static final long DOUBT_NANOS = 100_000_000L;

  /** How long a finished run may take to come out of its ring. */
  static final long EXACT_END_NANOS = 500_000_000L;

  /** Cases that settle at the same time; more than that means the target is beyond watching. */
  static final int MAX_SETTLING = 1_024;

  private final Supplier<Settings> settings;
  private final Sampler sampler;
  private final JvmPauses pauses;
  private final Reports reports;
  private final Witness witness;
  private final Map<Integer, Watch> watches = new HashMap<>();
  private final ArrayDeque<StallCase> settling = new ArrayDeque<>();
  private long lastId;

  private boolean began;
  private long beganNanos;

  /**
   * @param witness takes the samples
   */
  StallDesk(
      Supplier<Settings> settings,
      Sampler sampler,
      Witness witness,
      JvmPauses pauses,
      Reports reports) {
    this.settings = settings;
    this.sampler = sampler;
    this.witness = witness;
    this.pauses = pauses;
    this.reports = reports;
  }

  /** What is remembered of a loop between two looks. */
  private static final class Watch {
    /** When the loop was looked at for the first time. */
    final long sinceNanos;

    private @Nullable Settings limitedBy;
    private long limitNanos;

    private long threadId;

    /** The run for which was read what its thread had used, on the way to its limit. */
    long readRun;

    Reading read = Reading.NONE;
    @Nullable StallCase open;

    Watch(long nowNanos) {
      sinceNanos = nowNanos;
    }

    /** The limit that holds; for a loop that waits it is found anew only with new settings. */
    @SuppressWarnings("ReferenceEquality") // of settings that are the same nobody need ask more
    long limit(Settings now, WatchedLoop loop, long run) {
      if (run != 0 || now != limitedBy) {
        limitedBy = now;
        limitNanos = now.limitNanos(loop.kind(), loop.name(), loop.group());
      }
      return limitNanos;
    }
  }

  /** From the first look on it is known when the JVM stands still. */
  private void begin(long nowNanos) {
    if (!began) {
      began = true;
      beganNanos = nowNanos;
    }
  }

  /** A number that no stall has had. */
  long nextId() {
    return ++lastId;
  }

  /**
   * Looks at one loop.
   *
   * @return when to look again at the latest, on the same clock as {@code nowNanos}
   */
  long look(WatchedLoop loop, long nowNanos) {
    begin(nowNanos);
    Watch watch = watches.computeIfAbsent(loop.loop(), any -> new Watch(nowNanos));
    watch.threadId = loop.threadId();
    long run = loop.currentRun();
    long limit = watch.limit(settings.get(), loop, run);
    long start = loop.currentStartNanos();
    StallCase open = watch.open;
    if (open != null && open.run.id() != run) {
      open.after = sampler.read(loop.threadId(), nowNanos);
      left(watch, open, nowNanos);
      open = null;
    }
    if (run == 0 || loop.currentRun() != run) {
      return nowNanos + limit;
    }
    long age = nowNanos - start;
    if (age < limit) {
      return approach(loop, watch, run, start, age, limit, nowNanos);
    }
    if (open == null) {
      open = open(loop, watch, run, limit, nowNanos);
      if (open == null) {
        return nowNanos + limit;
      }
    }
    follow(loop, open, nowNanos);
    long due = open.nextSampleAgeNanos();
    long next = due == Long.MAX_VALUE ? due : start + open.suspension.nanos() + due;
    return open.announced ? next : Math.min(next, nowNanos + DOUBT_NANOS / 10);
  }

  /** Reads what the thread has used when its run may become a stall, to compare with later. */
  private long approach(
      WatchedLoop loop, Watch watch, long run, long start, long age, long limit, long nowNanos) {
    if (age < limit / 4) {
      return start + limit / 4;
    }
    if (watch.readRun != run) {
      watch.readRun = run;
      watch.read = sampler.read(loop.threadId(), nowNanos);
    }
    return start + limit;
  }

  private @Nullable StallCase open(
      WatchedLoop loop, Watch watch, long run, long limit, long nowNanos) {
    OpenRun current = loop.open(run);
    if (current == null) {
      return null;
    }
    Reading before = watch.readRun == run ? watch.read : Reading.NONE;
    watch.open = new StallCase(nextId(), loop.loop(), current, limit, nowNanos, before);
    return watch.open;
  }

  private void follow(WatchedLoop loop, StallCase open, long nowNanos) {
    StackSource threads = sampler.threads();
    boolean held = threads.mayBeHeld() && LockChain.endsSuspended(loop.threadId(), threads);
    open.suspension.look(held, nowNanos);
    if (held) {
      tellHeld(open, nowNanos);
      return; // a breakpoint: nothing to sample, nobody to blame
    }
    long age = nowNanos - open.run.startNanos() - open.suspension.nanos();
    boolean isNew = false;
    if (age >= open.nextSampleAgeNanos()) {
      open.tried(age);
      isNew = witness.sample(loop, open, nowNanos);
      open.spareIfItRepeats();
    }
    if (open.isNone) {
      return; // the thread does something else than its loop
    }
    if (open.announced ? isNew && open.hasNews() : mayAnnounce(open, nowNanos)) {
      open.announced = true;
      send(open, nowNanos);
    }
  }

  /** A loop at a breakpoint is blocked all the same: the stall says by whom, and accuses nobody. */
  private void tellHeld(StallCase open, long nowNanos) {
    if (!open.announced && open.suspension.nanos() >= open.limitNanos) {
      open.announced = true;
      send(open, nowNanos);
    }
  }

  private boolean mayAnnounce(StallCase open, long nowNanos) {
    if (open.ownNanos(nowNanos, pauses.log()) < open.limitNanos) {
      return false;
    }
    long doubt = pauses.doubtNanos(open.run.startNanos(), nowNanos);
    if (open.ownNanos(nowNanos, pauses.log()) - doubt >= open.limitNanos) {
      return true;
    }
    if (open.waitingSinceNanos == 0) {
      open.waitingSinceNanos = nowNanos;
    }
    long untold = pauses.untoldNanos(open.run.startNanos(), nowNanos);
    return nowNanos - open.waitingSinceNanos >= DOUBT_NANOS
        && open.ownNanos(nowNanos, pauses.log()) - untold >= open.limitNanos;
  }

  private void left(Watch watch, StallCase open, long nowNanos) {
    watch.open = null;
    if (open.isNone) {
      return;
    }
    open.endNanos = nowNanos;
    open.suspension.end(nowNanos);
    settle(open, nowNanos);
  }

  private void settle(StallCase ended, long nowNanos) {
    ended.waitingSinceNanos = nowNanos;
    if (settling.size() == MAX_SETTLING) {
      close(settling.removeFirst(), nowNanos);
    }
    settling.addLast(ended);
  }

  /** A finished run over its limit came out of a ring. */
  void finished(LongRun finished, long nowNanos) {
    StallCase known = caseOf(finished, nowNanos);
    if (known == null) {
      Watch watch = watches.get(finished.loop());
      known =
          new StallCase(
              nextId(),
              finished.loop(),
              finished.run(),
              finished.limitNanos(),
              nowNanos,
              watch == null || watch.readRun != finished.run().id() ? Reading.NONE : watch.read);
      known.unwatched = watch == null || finished.endNanos() - watch.sinceNanos < 0;
      known.pausesUnknown =
          known.unwatched && (!began || finished.run().startNanos() - beganNanos < 0);
      if (watch != null && !known.unwatched) {
        known.after = sampler.read(watch.threadId, nowNanos);
      }
      settle(known, nowNanos);
    }
    known.endNanos = finished.endNanos();
    known.endIsExact = true;
  }

  private @Nullable StallCase caseOf(LongRun finished, long nowNanos) {
    for (StallCase waiting : settling) {
      if (waiting.run.id() == finished.run().id()) {
        return waiting;
      }
    }
    Watch watch = watches.get(finished.loop());
    StallCase open = watch == null ? null : watch.open;
    if (watch != null && open != null && open.run.id() == finished.run().id()) {
      open.after = sampler.read(watch.threadId, nowNanos);
      left(watch, open, finished.endNanos());
      return open;
    }
    return null;
  }

  /** Closes the cases about which nothing more will come. */
  void closeSettled(long nowNanos) {
    begin(nowNanos);
    for (Iterator<StallCase> i = settling.iterator(); i.hasNext(); ) {
      StallCase ended = i.next();
      long waited = nowNanos - ended.waitingSinceNanos;
      boolean certain =
          waited >= GcPauses.UNTOLD_NANOS
              || pauses.doubtNanos(ended.run.startNanos(), ended.endNanos) == 0;
      if (certain && (ended.endIsExact || waited >= EXACT_END_NANOS)) {
        i.remove();
        close(ended, nowNanos);
      }
    }
  }

  private void close(StallCase ended, long nowNanos) {
    if (ended.isStall(pauses.log())) {
      send(ended, nowNanos);
    }
  }

  /** The loop is gone: nothing more will be seen of it. */
  void forget(int loop, long nowNanos) {
    Watch watch = watches.remove(loop);
    if (watch != null && watch.open != null) {
      left(watch, watch.open, nowNanos);
    }
  }

  private void send(StallCase stall, long nowNanos) {
    List<Frame> frames = new ArrayList<>();
    List<Stack> fresh = witness.stacks().takeFresh();
    if (!fresh.isEmpty()) {
      frames.add(new Definitions(List.of(), List.of(), fresh));
    }
    frames.add(stall.toFrame(nowNanos, pauses.log()));
    stall.refused = !reports.report(frames);
    if (stall.refused) {
      witness.stacks().giveBack(fresh);
    }
  }
}
