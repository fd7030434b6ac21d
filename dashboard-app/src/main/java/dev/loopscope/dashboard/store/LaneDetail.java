package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.Run;
import java.util.List;

/** The single runs and groups of a loop that are still kept. Guarded by its lane. */
final class LaneDetail {

  final RunChunks runs = new RunChunks();
  final GroupList groups = new GroupList();
  private long droppedUntilNanos = Long.MIN_VALUE;

  /** The part of {@code known} for which everything is still kept. */
  TimeSpan span(TimeSpan known) {
    long since = Math.min(known.toNanos(), Math.max(known.fromNanos(), droppedUntilNanos));
    return new TimeSpan(since, known.toNanos());
  }

  /** Whether nothing of what happened from {@code nanos} on was dropped. */
  boolean reaches(long nanos) {
    return nanos >= droppedUntilNanos;
  }

  List<Run> longest(TimeSpan span, long minDurationNanos, int max) {
    LongestRuns longest = new LongestRuns(minDurationNanos, max);
    for (RunChunk chunk : runs.overlapping(span)) {
      if (longest.wants(chunk.bounds().longestNanos())) {
        RunChunks.forEachRow(
            chunk,
            span,
            (c, row) -> {
              if (longest.wants(c.durationNanos(row))) {
                longest.add(c.run(row));
              }
              return true;
            });
      }
    }
    return longest.inTimeOrder();
  }

  /** Up to when the next drop would reach; {@code Long.MAX_VALUE} when nothing is left. */
  long oldestNanos() {
    return Math.min(
        runs.isEmpty() ? Long.MAX_VALUE : runs.oldestNanos(),
        groups.isEmpty() ? Long.MAX_VALUE : groups.oldestNanos());
  }

  void dropOldest() {
    long nanos = oldestNanos();
    if (!runs.isEmpty() && runs.oldestNanos() == nanos) {
      runs.dropOldest();
    } else {
      groups.dropOldest();
    }
    droppedUntilNanos = Math.max(droppedUntilNanos, nanos);
  }

  List<Group> groups(TimeSpan span, int max) {
    return groups.overlapping(span, max);
  }

  long memoryBytes() {
    return runs.memoryBytes() + groups.memoryBytes();
  }
}
