package dev.loopscope.agent.scenario;

/** What a scenario may be used for. */
public enum Half {
  /** Thresholds may be tuned on it. */
  TUNE,
  /**
   * Held out: nobody looks at it while tuning, so that it shows how right the verdict is about
   * stalls that it was not made for.
   */
  HELD_OUT
}
