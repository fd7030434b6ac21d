package dev.loopscope.dashboard.ui.common;

/** How moments are written. */
public enum TimeDisplay {
  /** Since Loopscope began to watch. */
  SINCE_START,
  /** Time of day on this machine. */
  WALL_CLOCK
}
