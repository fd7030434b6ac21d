package dev.loopscope.dashboard.store;

/**
 * What is known of a chunk of runs without looking into it, so that a search can pass it by and can
 * stop early.
 */
final class RunChunkBounds {

  private long minStart = Long.MAX_VALUE;
  private long maxEnd = Long.MIN_VALUE;
  private long minId = Long.MAX_VALUE;
  private long maxId = Long.MIN_VALUE;
  private long longestNanos;
  private long longestOverlapNanos;
  private boolean ordered = true;

  void add(long from, long to, long id) {
    if (from < maxEnd) {
      longestOverlapNanos = Math.max(longestOverlapNanos, to - from);
    }
    ordered &= to >= maxEnd;
    minStart = Math.min(minStart, from);
    maxEnd = Math.max(maxEnd, to);
    minId = Math.min(minId, id);
    maxId = Math.max(maxId, id);
    longestNanos = Math.max(longestNanos, to - from);
  }

  long minStartNanos() {
    return minStart;
  }

  long maxEndNanos() {
    return maxEnd;
  }

  long longestNanos() {
    return longestNanos;
  }

  boolean overlaps(TimeSpan span) {
    return span.overlaps(minStart, maxEnd);
  }

  boolean mayHold(long id) {
    return id >= minId && id <= maxId;
  }

  /** Whether the rows are in the order of their ends; if not they are searched one by one. */
  boolean isOrdered() {
    return ordered;
  }

  /**
   * Whether no row after one with this start and end can begin before {@code nanos}. Rows begin
   * after the end of the row before, but for those that overlap (a cancellation inside a run).
   */
  boolean noneAfterBeginsBefore(long nanos, long start, long end) {
    return ordered && start >= nanos && end - longestOverlapNanos >= nanos;
  }
}
