package dev.loopscope.agent.drain;

import java.util.Arrays;

/**
 * Shares the budget of single runs among the loops: a quiet loop keeps every run, only the loops
 * that need more than their share are merged.
 *
 * <p>The share is the water level at which {@code sum(min(rate, level)) = budget}. A loop that is
 * merged stays so until its rate is clearly under the level, so that the picture does not flicker
 * between runs and groups. For one thread.
 */
final class Budget {

  /** A merged loop is shown in single runs again below this part of the level. */
  private static final double CALM = 0.8;

  private double[] sorted = new double[16];

  /**
   * How many runs a second a loop may show singly.
   *
   * @param rates runs a second by loop; only the first {@code count} are read
   * @param perSecond the budget of all loops together
   * @return the level; {@link Double#MAX_VALUE} when nothing needs to be merged
   */
  double level(double[] rates, int count, long perSecond) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += rates[i];
    }
    if (sum <= perSecond) {
      return Double.MAX_VALUE;
    }
    if (sorted.length < count) {
      sorted = new double[Math.max(count, sorted.length * 2)];
    }
    System.arraycopy(rates, 0, sorted, 0, count);
    Arrays.sort(sorted, 0, count);
    double left = perSecond;
    for (int i = 0; i < count; i++) {
      double share = left / (count - i);
      if (sorted[i] > share) {
        return share;
      }
      left -= sorted[i];
    }
    return Double.MAX_VALUE;
  }

  /** Whether a loop is to be merged, given whether it was until now. */
  static boolean merges(double rate, double level, boolean merging) {
    return rate > (merging ? level * CALM : level);
  }
}
