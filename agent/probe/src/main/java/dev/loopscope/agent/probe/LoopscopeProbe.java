package dev.loopscope.agent.probe;

/**
 * Identifies the probe: its classes stay in a process for good, so a later agent must match them.
 */
public final class LoopscopeProbe {
  /** Raised whenever hooks, layouts or signatures change. Compiled into the agent as a constant. */
  public static final int VERSION = 6;

  private LoopscopeProbe() {}

  /** The version that is really present in this process. */
  public static int version() {
    return VERSION;
  }
}
