package dev.loopscope.dashboard.ui.statistics;

import dev.loopscope.protocol.LogHistogram;

/**
 * What one task type did.
 *
 * @param typeName binary class name
 * @param count runs, merged ones included
 * @param busyNanos time they took together, merged ones included
 * @param failed how many of the single runs failed
 * @param durations durations of the single runs
 * @param delays queue delays of the single runs, where known
 * @param longestNanos the longest single run
 */
public record TypeRow(
    String typeName,
    long count,
    long busyNanos,
    long failed,
    LogHistogram durations,
    LogHistogram delays,
    long longestNanos) {

  long meanNanos() {
    return count == 0 ? 0 : busyNanos / count;
  }
}
