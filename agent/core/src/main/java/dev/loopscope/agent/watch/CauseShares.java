package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides the time of a stall among its causes.
 *
 * <p>Each sample stands for the stretch since the one before it, the last one also for what came
 * after. The time in which the whole JVM stood still is taken out of each stretch: it was measured.
 * Of what is left the time on a CPU and the time in the run queue are measured too; what the thread
 * was seen doing gets the rest. See {@link Stretch} for how.
 */
final class CauseShares {

  private final ShareTally tally = new ShareTally();
  private final Pauses pauses;

  private CauseShares(Pauses pauses) {
    this.pauses = pauses;
  }

  /** Tells for how long the JVM, or this thread alone, stood still. */
  interface Pauses {
    long overlapNanos(Pause.Cause cause, long fromNanos, long toNanos);

    default long overlapNanos(long fromNanos, long toNanos) {
      long overlap = 0;
      for (Pause.Cause cause : Pause.Cause.values()) {
        overlap += overlapNanos(cause, fromNanos, toNanos);
      }
      return Math.min(overlap, Math.max(0, toNanos - fromNanos));
    }
  }

  /**
   * The causes of the time between start and end, largest first; together they are all of it.
   *
   * @param endNanos when the run ended, or now
   * @param before what the thread had used before the first sample
   * @param after what it had used at the end, {@link Reading#NONE} while it lasts
   */
  static List<Share> of(
      long startNanos,
      long endNanos,
      Reading before,
      List<Observation> observations,
      Reading after,
      Pauses pauses) {
    CauseShares shares = new CauseShares(BusyTime.within(pauses, before, observations, after));
    long total = Math.max(0, endNanos - startNanos);
    long stood = shares.standstills(startNanos, endNanos, total);
    List<Usage> usages =
        Usages.of(startNanos, endNanos, before, observations, after, shares.pauses);
    if (observations.isEmpty()) {
      shares.unseen(usages.get(0), (double) (total - stood));
    } else {
      shares.stretches(startNanos, endNanos, observations, usages, after);
    }
    return shares.tally.divide(total);
  }

  /** The same of a run that ended before anybody could have seen it. */
  static List<Share> unwatched(long startNanos, long endNanos, Pauses pauses) {
    CauseShares shares = new CauseShares(pauses);
    long total = Math.max(0, endNanos - startNanos);
    double unseen = total - shares.standstills(startNanos, endNanos, total);
    shares.tally.add(
        Cause.UNKNOWN, unseen, "the run ended before the watcher began to watch its loop", "");
    return shares.tally.divide(total);
  }

  private long standstills(long startNanos, long endNanos, long total) {
    long left = total;
    for (Pause.Cause pause : Pause.Cause.values()) {
      long nanos = Math.min(left, pauses.overlapNanos(pause, startNanos, endNanos));
      if (nanos > 0) {
        tally.add(Cause.valueOf(pause.name()), (double) nanos, evidence(pause, nanos), "");
        left -= nanos;
      }
    }
    return total - left;
  }

  /** Nobody saw what the thread did, but the time it was able to run was measured. */
  private void unseen(Usage usage, double nanos) {
    double cpu = nanos * Math.max(0, usage.cpu());
    double queued = nanos * Math.max(0, usage.runQueue());
    tally.add(Cause.CPU, cpu, "on a CPU, and over before it could be sampled", "");
    tally.starved(queued);
    tally.add(Cause.UNKNOWN, nanos - cpu - queued, "the run ended before it could be sampled", "");
  }

  private void stretches(
      long startNanos,
      long endNanos,
      List<Observation> observations,
      List<Usage> usages,
      Reading after) {
    Observation last = observations.get(observations.size() - 1);
    long from = startNanos;
    for (int i = 0; i < observations.size(); i++) {
      Observation observation = observations.get(i);
      long to = Math.min(endNanos, observation.atNanos());
      SampleCause seenBefore = i == 0 ? null : observations.get(i - 1).cause();
      boolean queues =
          observation.isWoken() && after.atNanos() == 0 && hasNotRun(observation, last);
      add(seenBefore, observation, usages.get(i), queues, from, to);
      from = Math.max(from, to);
    }
    boolean queues = last.isWoken() && after.atNanos() == 0;
    add(last.cause(), last, usages.get(observations.size()), queues, from, endNanos);
  }

  /** Its wait for a processor is counted when it gets one: until then it goes on. */
  private static boolean hasNotRun(Observation woken, Observation last) {
    return woken.reading().runQueueNanos() == last.reading().runQueueNanos();
  }

  private void add(
      @Nullable SampleCause before,
      Observation observation,
      Usage usage,
      boolean queues,
      long fromNanos,
      long toNanos) {
    long nanos = toNanos - fromNanos - pauses.overlapNanos(fromNanos, toNanos);
    tally.about(observation);
    if (nanos > 0) {
      new Stretch(before, observation, usage, queues, (double) nanos).addTo(tally);
    }
  }

  private static String evidence(Pause.Cause cause, long nanos) {
    String millis = ShareTally.millis((double) nanos);
    return switch (cause) {
      case GC -> millis + " of garbage collection pauses";
      case SAFEPOINT -> millis + " of JVM safepoints other than garbage collection";
      case FROZEN -> "the process or this thread was held from outside for " + millis;
    };
  }
}
