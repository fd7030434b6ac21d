package dev.loopscope.protocol;

import java.util.List;

/**
 * Runs that were merged because the process produced more than the budget. Their counts and times
 * are exact; only the single runs are not kept.
 *
 * @param loop number of the loop
 * @param groups in time order, not overlapping
 * @param durations how long the merged runs took (I/O phases are not counted), exact counts by
 *     {@link LogHistogram} bucket
 * @param queueDelays how long they had waited, likewise, where known
 */
public record GroupBatch(
    int loop, List<Group> groups, LogHistogram durations, LogHistogram queueDelays)
    implements Frame {

  public GroupBatch {
    groups = List.copyOf(groups);
  }

  /**
   * Consecutive short runs of one loop, merged.
   *
   * @param fromNanos start of the first
   * @param toNanos end of the last
   * @param busyNanos sum of the durations
   * @param pollNanos sum of the time waited in select between them
   * @param count how many runs, I/O phases not counted
   * @param ioCount how many I/O phases
   * @param failed how many of {@code count} failed
   * @param longestNanos the longest single run
   * @param longestType its type
   * @param worstDelayNanos the longest queue delay among them
   * @param types the types that took the most time, largest first; at most {@link
   *     Limits#MAX_TYPES_PER_GROUP}
   */
  public record Group(
      long fromNanos,
      long toNanos,
      long busyNanos,
      long pollNanos,
      long count,
      long ioCount,
      long failed,
      long longestNanos,
      int longestType,
      long worstDelayNanos,
      List<TypeTotal> types) {
    public Group {
      types = List.copyOf(types);
    }
  }

  /** How many runs of one type a group holds and how long they took together. */
  public record TypeTotal(int type, long count, long busyNanos) {}
}
