package dev.loopscope.dashboard.ui.common;

import dev.loopscope.dashboard.store.TimeSpan;

/** What the tables may ask of the timeline. FX thread. */
public interface Navigation {

  /** The stretch of time that the timeline shows. */
  TimeSpan visible();

  /**
   * Moves the timeline so that {@code span} is in sight with some room around it, and the lane of
   * what is selected.
   */
  void reveal(TimeSpan span);
}
