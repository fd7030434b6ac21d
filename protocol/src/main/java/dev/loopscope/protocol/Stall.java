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
    List<Share> shares)
    implements Frame {

  public Stall {
    samples = List.copyOf(samples);
    shares = List.copyOf(shares);
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
   */
  public record Share(Cause cause, long nanos, String evidence) {}

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
