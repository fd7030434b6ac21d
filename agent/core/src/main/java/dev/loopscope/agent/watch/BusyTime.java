package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;
import java.util.List;

/**
 * Holds concluded pauses to what is known of the thread: while it was on a CPU, or ready and
 * waiting for one, the JVM did not hold it. A safepoint or a freeze is concluded from the watcher's
 * own lateness, which on a busy machine has the same reason as the thread's. Collections are told
 * by the JVM and stand, and so does what was concluded of times without a reading.
 */
final class BusyTime {

  private BusyTime() {}

  /** The pauses, the concluded ones cut down to the time in which the thread was not busy. */
  static CauseShares.Pauses within(
      CauseShares.Pauses pauses, Reading before, List<Observation> observations, Reading after) {
    Reading first =
        before.atNanos() == 0 && !observations.isEmpty() ? reading(observations, 0) : before;
    Reading last =
        after.atNanos() == 0 && !observations.isEmpty()
            ? reading(observations, observations.size() - 1)
            : after;
    long span = last.atNanos() - first.atNanos();
    if (first.atNanos() == 0
        || span <= 0
        || first.runQueueNanos() < 0
        || last.runQueueNanos() < 0) {
      return pauses;
    }
    long busy =
        last.runQueueNanos()
            - first.runQueueNanos()
            + Math.max(0, last.cpuNanos() - Math.max(0, first.cpuNanos()));
    long collected = pauses.overlapNanos(Pause.Cause.GC, first.atNanos(), last.atNanos());
    long concluded =
        pauses.overlapNanos(Pause.Cause.SAFEPOINT, first.atNanos(), last.atNanos())
            + pauses.overlapNanos(Pause.Cause.FROZEN, first.atNanos(), last.atNanos());
    long room = Math.max(0, span - collected - busy);
    return concluded <= room
        ? pauses
        : cut(pauses, first.atNanos(), last.atNanos(), 1 - (double) room / concluded);
  }

  /** Only between the two readings is anything known: what lies outside of them stands. */
  private static CauseShares.Pauses cut(
      CauseShares.Pauses pauses, long firstNanos, long lastNanos, double part) {
    return (cause, from, to) -> {
      long overlap = pauses.overlapNanos(cause, from, to);
      long knownFrom = Math.max(from, firstNanos);
      long knownTo = Math.min(to, lastNanos);
      return cause == Pause.Cause.GC || knownFrom >= knownTo
          ? overlap
          : overlap - Math.round(pauses.overlapNanos(cause, knownFrom, knownTo) * part);
    };
  }

  private static Reading reading(List<Observation> observations, int index) {
    return observations.get(index).reading();
  }
}
