package dev.loopscope.dashboard.store;

/**
 * Classes of lag: one below 4 µs, which is as good as none, then four an octave. A lag is known to
 * 25 % from its class.
 */
final class LagClass {

  static final int COUNT = 128;

  private static final int LOWEST_BIT = 12;
  private static final int SUB_BITS = 2;

  private LagClass() {}

  static int of(long lagNanos) {
    if (lagNanos < 1L << LOWEST_BIT) {
      return 0;
    }
    int shift = 63 - Long.numberOfLeadingZeros(lagNanos) - SUB_BITS;
    int octave = shift - (LOWEST_BIT - SUB_BITS);
    int number = (octave << SUB_BITS) + (int) (lagNanos >>> shift) - (1 << SUB_BITS) + 1;
    return Math.min(COUNT - 1, number);
  }

  /** The smallest lag of the class. */
  static long lowest(int number) {
    if (number == 0) {
      return 0;
    }
    int shift = ((number - 1) >> SUB_BITS) + LOWEST_BIT - SUB_BITS;
    int sub = ((number - 1) & ((1 << SUB_BITS) - 1)) + (1 << SUB_BITS);
    return (long) sub << shift;
  }

  /** The largest lag of the class. */
  static long highest(int number) {
    return number + 1 >= COUNT ? Long.MAX_VALUE : lowest(number + 1) - 1;
  }
}
