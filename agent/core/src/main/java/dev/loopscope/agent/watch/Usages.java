package dev.loopscope.agent.watch;

import java.util.ArrayList;
import java.util.List;

/**
 * What a thread used in each stretch of a stall.
 *
 * <p>A wait for a processor is counted when it ends. So a reading may bring more of it than fits
 * between it and the reading before: the rest belongs to the stretches before.
 */
final class Usages {

  private final CauseShares.Pauses pauses;
  private final List<Usage> usages = new ArrayList<>();
  private final List<Long> lengths = new ArrayList<>();

  private Usages(CauseShares.Pauses pauses) {
    this.pauses = pauses;
  }

  /**
   * One for each stretch up to a sample, and one for what came after the last; where nothing was
   * measured that of the nearest stretch.
   */
  static List<Usage> of(
      long startNanos,
      long endNanos,
      Reading before,
      List<Observation> observations,
      Reading after,
      CauseShares.Pauses pauses) {
    Usages all = new Usages(pauses);
    Reading from = before;
    long fromNanos = startNanos;
    for (Observation observation : observations) {
      all.add(Usage.between(from, observation.reading(), pauses), fromNanos, observation.atNanos());
      from = observation.reading();
      fromNanos = Math.max(fromNanos, from.atNanos());
    }
    long late = after.atNanos() - endNanos;
    boolean timely = late <= (endNanos - Math.max(fromNanos, from.atNanos())) / 4;
    all.add(
        timely ? Usage.between(from, after, pauses) : Usage.UNKNOWN,
        Math.max(fromNanos, from.atNanos()),
        endNanos);
    all.fill();
    // read late, it may have waited for a processor since the end as well
    all.carry(timely ? 0 : queuedNanos(from, after) - Math.max(0, late));
    return all.usages;
  }

  private void add(Usage usage, long fromNanos, long toNanos) {
    usages.add(usage);
    lengths.add(Math.max(0, toNanos - fromNanos - pauses.overlapNanos(fromNanos, toNanos)));
  }

  private void fill() {
    int last = usages.size() - 1;
    for (int i = last - 2; i >= 0; i--) {
      if (!usages.get(i).isKnown()) {
        usages.set(i, usages.get(i + 1).before());
      }
    }
    if (last > 0 && !usages.get(last).isKnown()) {
      usages.set(last, usages.get(last - 1).before());
    }
  }

  private void carry(long queuedNanos) {
    double carried = Math.max(0, queuedNanos);
    for (int i = usages.size() - 1; i >= 0; i--) {
      Usage usage = usages.get(i);
      double length = lengths.get(i);
      double queued = carried + Math.max(0, usage.runQueue()) * length;
      double room = length * (1 - Math.max(0, usage.cpu()));
      if (carried > 0 && length > 0) {
        usages.set(i, usage.withRunQueue(Math.min(queued, room) / length));
      }
      carried = Math.max(0, queued - room) + usage.surplusNanos();
    }
  }

  private static long queuedNanos(Reading from, Reading to) {
    return from.runQueueNanos() < 0 || to.runQueueNanos() < 0
        ? 0
        : to.runQueueNanos() - from.runQueueNanos();
  }
}
