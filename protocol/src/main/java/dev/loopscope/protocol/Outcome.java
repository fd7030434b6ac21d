package dev.loopscope.protocol;

/** How a run ended. The order is part of the protocol. */
public enum Outcome {
  DONE,
  /** An exception left the task, or was kept in its future. */
  FAILED,
  /** Cancelled before it ran: start and end are both the moment of the cancellation. */
  CANCELLED
}
