package dev.loopscope.agent.watch;

/** What the process as a whole tells about itself; every reading costs about a microsecond. */
interface ProcessSource {

  /** CPU time of the process since its start, -1 unknown. */
  long cpuNanos();

  /** Time the JVM has spent in safepoints, those of collections included; -1 unknown. */
  long safepointNanos();

  /**
   * How long the watcher's thread has waited for a free CPU so far, -1 unknown. Costs a read from
   * {@code /proc}; called on the watcher's thread when it was late, and about once a second.
   */
  long runQueueNanos();
}
