package dev.loopscope.agent.watch;

/** What the stall desk asks about pauses of the JVM. */
interface JvmPauses {

  /** The pauses known so far. */
  PauseLog log();

  /**
   * How much of the time between the two moments may still turn out to have been pauses, at most:
   * something happened, its details are to come. Such a doubt clears up within about 100 ms.
   */
  long doubtNanos(long fromNanos, long toNanos);

  /** How much of it will: collections whose length is known already, but not their exact place. */
  long untoldNanos(long fromNanos, long toNanos);
}
