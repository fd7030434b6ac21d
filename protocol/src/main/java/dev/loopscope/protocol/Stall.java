package dev.loopscope.protocol;

import java.util.List;

/**
 * A run over the limit, seen while it lasts. The first frame of a stall is sent as soon as it is
 * noticed, further ones with the same {@code id} replace it as more is known; the last has {@code
 * endNanos != 0}.
 *
 * @param id unique in the session
 * @param loop number of the loop
 * @param run the run that is too long, as far as known; {@code run.id()} is that of the later
 *     {@link Run}
 * @param limitNanos the limit it broke
 * @param detectedNanos when the watcher noticed
 * @param endNanos when the run ended, 0 while it lasts
 * @param samples what the thread was doing, in time order; all belong to this run. At most {@link
 *     Limits#MAX_SAMPLES_PER_STALL}
 * @param culpritStack stack that holds the culprit, 0 when there is none (yet)
 * @param culpritFrame index in that stack of the frame to blame: the first that belongs to neither
 *     the JDK nor the framework; -1 when there is none
 * @param shares causes with their share of the time, largest first; empty while undecided
 * @param holders who held the lock that the loop waited for, who held the one that this holder
 *     waited for, and so on; empty when no lock was in the way. At most {@link
 *     Limits#MAX_HOLDERS_PER_STALL}
 * @param deadlock whether the holders wait for each other, so that none will ever go on
 */
public record Stall(
    long id,
    int loop,
    LoopState.OpenRun run,
    long limitNanos,
    long detectedNanos,
    long endNanos,
    List<Sample> samples,
    int culpritStack,
    int culpritFrame,
    List<Share> shares,
    List<Holder> holders,
    boolean deadlock)
    implements Frame {

  public Stall {
    samples = List.copyOf(samples);
    shares = List.copyOf(shares);
    holders = List.copyOf(holders);
  }

  /** A stall in which no lock is in the way; parameters as in {@link Stall}. */
  public Stall(
      long id,
      int loop,
      LoopState.OpenRun run,
      long limitNanos,
      long detectedNanos,
      long endNanos,
      List<Sample> samples,
      int culpritStack,
      int culpritFrame,
      List<Share> shares) {
    this(
        id,
        loop,
        run,
        limitNanos,
        detectedNanos,
        endNanos,
        samples,
        culpritStack,
        culpritFrame,
        shares,
        List.of(),
        false);
  }

  /** The same stall, ended. */
  public Stall endedAt(long nanos) {
    return new Stall(
        id,
        loop,
        run,
        limitNanos,
        detectedNanos,
        nanos,
        samples,
        culpritStack,
        culpritFrame,
        shares,
        holders,
        deadlock);
  }

  /** Whether the loop is still blocked. */
  public boolean isOpen() {
    return endNanos == 0;
  }

  /**
   * The thread at one moment.
   *
   * @param atNanos the moment
   * @param stack number of its stack
   * @param state its state
   */
  public record Sample(long atNanos, int stack, Thread.State state) {}

  /**
   * One cause of a stall.
   *
   * @param cause what kept the run from going on
   * @param nanos for how long, measured or estimated from the samples
   * @param evidence in words: what was seen, for example {@code "4 of 4 samples TIMED_WAITING in
   *     Thread.sleep"}
   * @param subject what it was about where that is known: the lock's class, the peer of a socket, a
   *     file, a collector; for people, may be empty
   */
  public record Share(Cause cause, long nanos, String evidence, String subject) {

    /** A share that is about nothing in particular. */
    public Share(Cause cause, long nanos, String evidence) {
      this(cause, nanos, evidence, "");
    }
  }

  /**
   * A thread that held a lock when the loop was sampled.
   *
   * @param lock the lock, as {@code class@identity}
   * @param threadId {@code Thread.getId()} of its owner
   * @param thread name of its owner
   * @param loop number of the loop that the owner is, 0 when it is none
   * @param state what its owner was doing
   * @param stack number of its owner's stack, 0 unknown
   */
  public record Holder(
      String lock, long threadId, String thread, int loop, Thread.State state, int stack) {}

  /** What keeps a run from ending. The order is part of the protocol; new ones go to the end. */
  public enum Cause {
    UNKNOWN,
    GC,
    SAFEPOINT,
    FROZEN,
    LOCK,
    SLEEP,
    WAIT,
    BLOCKING_IO,
    CPU,
    STARVED
  }
}
