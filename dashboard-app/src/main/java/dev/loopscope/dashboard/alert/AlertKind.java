package dev.loopscope.dashboard.alert;

/** What kinds of things are worth an alert. */
public enum AlertKind {
  /** One run over the limit. */
  BLOCKED,
  /** Lag over the limit without one blocked run. */
  STARVED,
  /** Tasks that failed. */
  FAILING,
  /** More and more tasks wait on a loop. */
  QUEUE,
  /** The JVM stood still. */
  PAUSE,
  /** A virtual thread kept its carrier while it waited. */
  PINNED,
  /** Data was lost. */
  LOST,
  /** Threads wait for each other, for ever. */
  DEADLOCK,
  /** The watched program's own framework warned of a loop. */
  WARNING
}
