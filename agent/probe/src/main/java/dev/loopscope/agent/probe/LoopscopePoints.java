package dev.loopscope.agent.probe;

/**
 * Which woven points have been reached at least once, and the one switch that turns every hook off.
 *
 * <p>Woven code calls {@link #fired(int)} before its hook. A flag is written once, so that hot
 * points only read shared memory.
 */
public final class LoopscopePoints {
  /** Most points a session can have, each counted once for every copy of a framework. */
  public static final int MAX = 1 << 14;

  private static final boolean[] FIRED = new boolean[MAX];
  private static volatile boolean on;

  private LoopscopePoints() {}

  public static void fired(int point) {
    if (!FIRED[point]) {
      FIRED[point] = true;
    }
  }

  /** Whether the point was reached since {@link #turnOn}. */
  public static boolean hasFired(int point) {
    return FIRED[point];
  }

  /** Whether hooks do anything. Hooks ask first; wrappers still in queues then only delegate. */
  public static boolean on() {
    return on;
  }

  /** Starts a session: forgets which points fired and lets hooks work. */
  public static void turnOn() {
    java.util.Arrays.fill(FIRED, false);
    on = true;
  }

  /** Ends a session: from now on hooks return at once. */
  public static void turnOff() {
    on = false;
  }
}
