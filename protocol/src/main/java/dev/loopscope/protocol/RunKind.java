package dev.loopscope.protocol;

/** What kind of work a run is. The order is part of the protocol. */
public enum RunKind {
  /** A task somebody gave to the loop. */
  TASK,
  /** A task whose time had come. */
  TIMER,
  /** The I/O phase of one loop iteration: all channels that were ready. */
  IO,
  /** The framework's own housekeeping. */
  INTERNAL
}
