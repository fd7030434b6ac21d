package dev.loopscope.agent.watch;

/**
 * What a thread had used at a moment.
 *
 * @param atNanos the moment, 0 when nothing was read
 * @param cpuNanos CPU time, -1 unknown
 * @param runQueueNanos time waited for a processor, -1 unknown
 * @param safepointNanos time the JVM had spent in safepoints, -1 unknown
 */
record Reading(long atNanos, long cpuNanos, long runQueueNanos, long safepointNanos) {

  static final Reading NONE = new Reading(0, -1, -1, -1);
}
