package dev.loopscope.dashboard.analysis;

import java.util.Arrays;
import java.util.List;

/** Loop lag weighted by time: a block of 2 s counts 2 s, not one sample. */
public final class LagDistribution {

  private final long totalNanos;
  private final long[] lows;
  private final long[] highs;
  private final long idleNanos;

  /** Each lag between {@code lows[i]} and {@code highs[i]} lasted 1 ns, the rest had no lag. */
  LagDistribution(long totalNanos, long[] lows, long[] highs) {
    this.totalNanos = totalNanos;
    this.lows = lows;
    this.highs = highs;
    idleNanos = totalNanos - (sum(highs) - sum(lows));
    Arrays.sort(lows);
    Arrays.sort(highs);
  }

  /**
   * Several loops as one: what a task would have waited that arrived at any of them, each as likely
   * at each moment that was looked at.
   */
  public static LagDistribution together(List<LagDistribution> loops) {
    if (loops.size() == 1) {
      return loops.get(0);
    }
    return new LagDistribution(
        loops.stream().mapToLong(loop -> loop.totalNanos).sum(),
        loops.stream().flatMapToLong(loop -> Arrays.stream(loop.lows)).toArray(),
        loops.stream().flatMapToLong(loop -> Arrays.stream(loop.highs)).toArray());
  }

  private static long sum(long[] values) {
    return Arrays.stream(values).sum();
  }

  /** The largest lag, in nanoseconds. */
  public long maxNanos() {
    return highs.length == 0 ? 0 : highs[highs.length - 1];
  }

  /**
   * The lag that was not exceeded for a share {@code p} (0 to 1) of the time, in nanoseconds.
   *
   * <p>The time with at most lag v grows, between two neighbouring ends of teeth, by as many
   * nanoseconds a nanosecond of v as there are teeth that reach over v.
   */
  public long percentile(double p) {
    double wanted = p * totalNanos;
    double reached = idleNanos;
    long lag = 0;
    int begun = 0;
    int ended = 0;
    while (reached < wanted && ended < highs.length) {
      boolean begins = begun < lows.length && lows[begun] <= highs[ended];
      long next = begins ? lows[begun] : highs[ended];
      int over = begun - ended;
      double gained = (double) over * (next - lag);
      if (reached + gained >= wanted && over > 0) {
        return lag + Math.round((wanted - reached) / over);
      }
      reached += gained;
      lag = next;
      if (begins) {
        begun++;
      } else {
        ended++;
      }
    }
    return lag;
  }
}
