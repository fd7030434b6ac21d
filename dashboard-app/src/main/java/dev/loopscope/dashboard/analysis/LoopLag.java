package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.TimeSpan;
import java.util.Arrays;

/**
 * The lag of one loop over time, from its runs.
 *
 * <p>The lag at a moment t is how long a task that arrived at t would have waited: {@code max(0,
 * E(t) - t)}, where E(t) is the latest end of all runs that were ready at or before t. Over time
 * that is a saw: it jumps up when work becomes ready and falls by one nanosecond a nanosecond until
 * the loop is free.
 *
 * <p>Runs come in the order in which they ended. So a later run dominates all before it from the
 * moment it is ready, and one pass from the last run to the first yields the saw's teeth: run k
 * rules from when it was ready until the first later run was ready, or until it ended. No sorting,
 * no sampling. Within a tooth every lag between its two ends lasts one nanosecond, which makes
 * percentiles over time exact: see {@link LagDistribution}.
 *
 * <p>Not thread-safe.
 */
public final class LoopLag {

  private long[] readies = new long[1024];
  private long[] ends = new long[1024];
  private int size;

  /** Adds a run that ended after all that were added before. */
  public void add(long readyNanos, long endNanos) {
    if (size == ends.length) {
      readies = Arrays.copyOf(readies, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    readies[size] = readyNanos;
    // Merged runs may end a little after a single run that comes later.
    ends[size] = size == 0 ? endNanos : Math.max(endNanos, ends[size - 1]);
    size++;
  }

  /** How the lag was distributed over the time of {@code span}. */
  public LagDistribution over(TimeSpan span) {
    long[] lows = new long[size];
    long[] highs = new long[size];
    int teeth = 0;
    long ruled = span.toNanos();
    for (int k = size - 1; k >= 0 && ruled > span.fromNanos(); k--) {
      long from = Math.max(readies[k], span.fromNanos());
      long to = Math.min(ruled, ends[k]);
      if (from < to) {
        highs[teeth] = ends[k] - from;
        lows[teeth] = ends[k] - to;
        teeth++;
      }
      ruled = Math.min(ruled, Math.max(from, span.fromNanos()));
    }
    return new LagDistribution(
        span.lengthNanos(), Arrays.copyOf(lows, teeth), Arrays.copyOf(highs, teeth));
  }
}
