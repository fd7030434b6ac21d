package dev.loopscope.agent.watch;

import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known about one run over its limit. For the watcher's thread. */
final class StallCase {

  /** A first sample that failed is tried again after this, but not more often in all. */
  private static final long RETRY_NANOS = 5_000_000L;

  private static final int MAX_TRIES = 4;

  /**
   * Of the time before the watcher began so much may have been pauses that it does not know: those
   * of weaving, or a collection.
   */
  private static final long UNKNOWN_PAUSES_NANOS = 100_000_000L;

  /** The first samples follow each other within so short a time that they may be told together. */
  private static final int TOLD_TOGETHER = 4;

  final long id;
  final int loop;
  final OpenRun run;
  final long limitNanos;
  final long detectedNanos;

  /** When a debugger held the thread. */
  final Suspension suspension;

  /** What the thread had used before the first sample. */
  private final Reading before;

  private final List<Observation> observations = new ArrayList<>();
  private int samplesTried;
  private int tries;
  private long triedAgeNanos;

  /** What it had used when it was seen to have ended. */
  Reading after = Reading.NONE;

  /** Who held the lock it was waiting for, as last seen. */
  LockChain chain = LockChain.NONE;

  /**
   * Whether it turned out that the thread is not in its loop: then there is no run and no stall.
   */
  boolean isNone;

  /** Whether it was over before anybody watched its loop: nobody knows why it took long. */
  boolean unwatched;

  /** Whether it began before anybody saw when the JVM stands still. */
  boolean pausesUnknown;

  private LockChain toldChain = LockChain.NONE;

  /** Whether its last frame was not taken, so that what it said is still to be told. */
  boolean refused;

  /** Whether a frame of this stall was sent. */
  boolean announced;

  /** When the run ended as far as known, 0 while it lasts. */
  long endNanos;

  /** Whether {@link #endNanos} comes from the finished run itself. */
  boolean endIsExact;

  /** When the case began to wait for its verdict, 0 when it does not wait. */
  long waitingSinceNanos;

  StallCase(long id, int loop, OpenRun run, long limitNanos, long detectedNanos, Reading before) {
    this.id = id;
    this.loop = loop;
    this.run = run;
    this.limitNanos = limitNanos;
    this.detectedNanos = detectedNanos;
    this.before = before;
    suspension = new Suspension(run.startNanos());
  }

  /** The age of the run at which the next sample is due, in nanoseconds. */
  long nextSampleAgeNanos() {
    long due = SampleTimes.dueAgeNanos(limitNanos, samplesTried);
    boolean retry = observations.isEmpty() && !isNone && tries > 0 && tries < MAX_TRIES;
    return retry ? Math.min(due, triedAgeNanos + RETRY_NANOS) : due;
  }

  /** A sample was due at {@code ageNanos}; whether it could be used says {@link #add}. */
  void tried(long ageNanos) {
    tries++;
    triedAgeNanos = ageNanos;
    while (SampleTimes.dueAgeNanos(limitNanos, samplesTried) <= ageNanos) {
      samplesTried++;
    }
  }

  /** A thread that did not run between the first two samples is not looked at a third time soon. */
  void spareIfItRepeats() {
    if (samplesTried == 2 && observations.size() == 2) {
      long used = observations.get(1).reading().cpuNanos();
      samplesTried += used >= 0 && used == observations.get(0).reading().cpuNanos() ? 1 : 0;
    }
  }

  void add(Observation observation) {
    observations.add(observation);
  }

  /**
   * Whether the last sample is worth a frame: early samples that saw the same as the one before are
   * told together with the next.
   */
  boolean hasNews() {
    int last = observations.size() - 1;
    return refused
        || last < 1
        || last >= TOLD_TOGETHER
        || !chain.equals(toldChain)
        || !observations.get(last).saysTheSameAs(observations.get(last - 1));
  }

  Sampler.@Nullable Seen lastSeen() {
    return observations.isEmpty() ? null : observations.get(observations.size() - 1).seen();
  }

  int samples() {
    return observations.size();
  }

  /** How long the run has kept its loop up to {@code nowNanos}, standstills taken out. */
  long ownNanos(long nowNanos, CauseShares.Pauses pauses) {
    return nowNanos
        - run.startNanos()
        - suspension.with(pauses).overlapNanos(run.startNanos(), nowNanos);
  }

  /** Whether it has ended as one that is worth telling. */
  boolean isStall(CauseShares.Pauses pauses) {
    long unknown = pausesUnknown ? UNKNOWN_PAUSES_NANOS : 0;
    return announced || ownNanos(endNanos, pauses) - unknown >= limitNanos;
  }

  Stall toFrame(long nowNanos, CauseShares.Pauses pauses) {
    toldChain = chain;
    long until = endNanos == 0 ? nowNanos : endNanos;
    CauseShares.Pauses stood = suspension.with(pauses);
    List<Share> shares =
        unwatched
            ? CauseShares.unwatched(run.startNanos(), until, stood)
            : CauseShares.of(run.startNanos(), until, before, observations, after, stood);
    // a thread that waits for a processor stands at a line too, and the cause says that it waits
    boolean names = ownNanos(until, pauses) >= limitNanos;
    Culprit culprit = names ? Culprit.of(weighed(until)) : Culprit.NONE;
    return new Stall(
        id,
        loop,
        run,
        limitNanos,
        detectedNanos,
        endNanos,
        observations.stream().map(Observation::toFrame).toList(),
        culprit.stack(),
        culprit.frame(),
        shares,
        chain.holders(),
        chain.deadlock());
  }

  /** Every stack for the time it stands for; those of a thread that was held accuse nobody. */
  private List<Culprit.Weighed> weighed(long untilNanos) {
    List<Culprit.Weighed> weighed = new ArrayList<>();
    long from = run.startNanos();
    for (int i = 0; i < observations.size(); i++) {
      Observation observation = observations.get(i);
      long to = i == observations.size() - 1 ? untilNanos : observation.atNanos();
      if (observation.cause().cause() != Cause.FROZEN) {
        weighed.add(new Culprit.Weighed(observation.stack(), Math.max(1, to - from)));
      }
      from = observation.atNanos();
    }
    return weighed;
  }
}
