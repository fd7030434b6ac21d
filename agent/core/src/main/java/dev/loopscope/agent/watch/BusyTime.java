package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;
import java.util.List;

/**
 * Holds concluded pauses to what is known of the thread: while it was on a CPU, or ready and
 * waiting for one, the JVM did not hold it. A safepoint or a freeze is concluded from the watcher's
 * own lateness, which on a busy machine has the same reason as the thread's. Collections are told
 * by the JVM and stand.
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
    return concluded <= room ? pauses : scaled(pauses, (double) room / concluded);
  }

  private static CauseShares.Pauses scaled(CauseShares.Pauses pauses, double factor) {
    return (cause, from, to) -> {
      long overlap = pauses.overlapNanos(cause, from, to);
      return cause == Pause.Cause.GC ? overlap : Math.round(overlap * factor);
    };
  }

  private static Reading reading(List<Observation> observations, int index) {
    return observations.get(index).reading();
  }
}
