package dev.loopscope.dashboard.alert;

import java.util.List;

/** All alerts of a session. Any thread may read. */
public interface AlertLog {

  /** Grows whenever an alert appears or changes. */
  long version();

  /** All alerts, oldest first, newest state of each; a snapshot. */
  List<Alert> alerts();
}
