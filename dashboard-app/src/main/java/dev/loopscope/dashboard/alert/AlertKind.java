package dev.loopscope.dashboard.alert;

/** What kinds of things are worth an alert. */
public enum AlertKind {
  /** One run over the limit. */
  BLOCKED,
  /** Lag over the limit without one blocked run. */
  STARVED,
  /** Tasks that failed. */
  FAILING,
  /** The JVM stood still. */
  PAUSE,
  /** Data was lost. */
  LOST
}
