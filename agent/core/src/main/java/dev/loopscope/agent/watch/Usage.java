package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;

/**
 * Parts of the time between two readings in which the JVM did not stand still, each 0 to 1.
 *
 * @param cpu on a CPU, -1 unknown
 * @param runQueue ready and waiting for a CPU, -1 unknown
 * @param safepoint in safepoints too short to be seen one by one
 * @param surplusNanos waiting for a CPU that was counted in that time and does not fit into it: it
 *     began earlier
 */
record Usage(double cpu, double runQueue, double safepoint, double surplusNanos) {

  static final Usage UNKNOWN = new Usage(-1, -1, 0, 0);

  static Usage between(Reading from, Reading to, CauseShares.Pauses pauses) {
    if (from.atNanos() == 0 || to.atNanos() <= from.atNanos()) {
      return UNKNOWN;
    }
    long stood = pauses.overlapNanos(from.atNanos(), to.atNanos());
    long moving = Math.max(1, to.atNanos() - from.atNanos() - stood);
    double cpu = part(from.cpuNanos(), to.cpuNanos(), moving);
    double runQueue = ratio(from.runQueueNanos(), to.runQueueNanos(), moving);
    double room = 1 - Math.max(0, cpu);
    long known =
        pauses.overlapNanos(Pause.Cause.GC, from.atNanos(), to.atNanos())
            + pauses.overlapNanos(Pause.Cause.SAFEPOINT, from.atNanos(), to.atNanos());
    double safepoint =
        part(from.safepointNanos() + known, to.safepointNanos(), moving)
            * (from.safepointNanos() < 0 ? 0 : 1);
    return new Usage(
        cpu,
        runQueue < 0 ? -1 : Math.min(runQueue, room),
        Math.max(0, safepoint),
        Math.max(0, runQueue - room) * moving);
  }

  private static double part(long from, long to, long ofNanos) {
    return Math.min(1, ratio(from, to, ofNanos));
  }

  private static double ratio(long from, long to, long ofNanos) {
    return from < 0 || to < 0 ? -1 : Math.max(0, (double) (to - from) / ofNanos);
  }

  /** The same, where the time in the run queue is known better. */
  Usage withRunQueue(double part) {
    return new Usage(Math.max(0, cpu), part, safepoint, 0);
  }

  /** The same for a stretch before: what is told to have begun earlier is told apart. */
  Usage before() {
    return new Usage(cpu, surplusNanos > 0 ? 0 : runQueue, safepoint, 0);
  }

  boolean isKnown() {
    return cpu >= 0;
  }
}
