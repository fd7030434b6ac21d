package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;

/**
 * Parts of the time between two readings in which the JVM did not stand still, each 0 to 1.
 *
 * @param cpu on a CPU, -1 unknown
 * @param runQueue ready and waiting for a CPU, -1 unknown
 * @param safepoint in safepoints too short to be seen one by one
 */
record Usage(double cpu, double runQueue, double safepoint) {

  private static final Usage UNKNOWN = new Usage(-1, -1, 0);

  static Usage between(Reading from, Reading to, CauseShares.Pauses pauses) {
    if (from.atNanos() == 0 || to.atNanos() <= from.atNanos()) {
      return UNKNOWN;
    }
    long stood = pauses.overlapNanos(from.atNanos(), to.atNanos());
    long moving = Math.max(1, to.atNanos() - from.atNanos() - stood);
    double cpu = part(from.cpuNanos(), to.cpuNanos(), moving);
    double runQueue = part(from.runQueueNanos(), to.runQueueNanos(), moving);
    long known =
        pauses.overlapNanos(Pause.Cause.GC, from.atNanos(), to.atNanos())
            + pauses.overlapNanos(Pause.Cause.SAFEPOINT, from.atNanos(), to.atNanos());
    double safepoint =
        part(from.safepointNanos() + known, to.safepointNanos(), moving)
            * (from.safepointNanos() < 0 ? 0 : 1);
    return new Usage(
        cpu, runQueue < 0 ? -1 : Math.min(runQueue, 1 - Math.max(0, cpu)), Math.max(0, safepoint));
  }

  private static double part(long from, long to, long ofNanos) {
    return from < 0 || to < 0 ? -1 : Math.max(0, Math.min(1, (double) (to - from) / ofNanos));
  }

  boolean isKnown() {
    return cpu >= 0;
  }
}
