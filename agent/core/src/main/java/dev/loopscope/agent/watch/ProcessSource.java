package dev.loopscope.agent.watch;

/** What the process as a whole tells about itself; every reading costs about a microsecond. */
interface ProcessSource extends AutoCloseable {

  /** CPU time of the process since its start, -1 unknown. */
  long cpuNanos();

  /** Time the JVM has spent in safepoints, those of collections included; -1 unknown. */
  long safepointNanos();

  /**
   * How long the calling thread, the watcher's, has waited for a free CPU so far, -1 unknown. About
   * three microseconds.
   */
  long runQueueNanos();

  /** CPU time of that thread when {@link #runQueueNanos} was read last, -1 unknown. */
  long ownCpuNanos();

  /** For the watcher's thread, when it ends. */
  @Override
  void close();
}
