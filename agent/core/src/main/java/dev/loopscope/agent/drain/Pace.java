package dev.loopscope.agent.drain;

/**
 * How long the drain may sleep: rarely while little happens, so often under load that no ring fills
 * by half meanwhile. The loops' threads never have to wake it.
 */
final class Pace {

  static final long SLOWEST_NANOS = 40_000_000L;
  static final long FASTEST_NANOS = 1_000_000L;

  /**
   * While anything runs: a ring of 16,384 records holds what a loop that suddenly runs a million
   * tasks a second does in this time.
   */
  static final long AWAKE_NANOS = 15_000_000L;

  /** The part of a ring that may fill between two passes; the rest is for late wake-ups. */
  private static final double FILL = 0.2;

  private long nextNanos = SLOWEST_NANOS;

  /** Before a pass looks at its first ring. */
  void begin() {
    nextNanos = SLOWEST_NANOS;
  }

  /** A ring of {@code capacity} records held {@code waiting} after {@code elapsedNanos}. */
  void saw(int waiting, int capacity, long elapsedNanos) {
    if (waiting > 0 && capacity > 0) {
      long until = (long) (elapsedNanos * FILL * capacity / waiting);
      nextNanos = Math.min(nextNanos, Math.max(FASTEST_NANOS, Math.min(AWAKE_NANOS, until)));
    }
  }

  /** How long to sleep after this pass. */
  long sleepNanos() {
    return nextNanos;
  }
}
