package dev.loopscope.agent.watch;

/** What the stall desk asks about pauses of the JVM. */
interface JvmPauses {

  /** The pauses known so far. */
  PauseLog log();

  /**
   * Whether a pause may have happened since {@code fromNanos} of which the details are still to
   * come. Such a doubt clears up within about 100 ms.
   */
  boolean isDoubtful(long fromNanos);
}
