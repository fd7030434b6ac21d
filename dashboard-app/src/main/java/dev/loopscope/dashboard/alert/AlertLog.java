package dev.loopscope.dashboard.alert;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All alerts of a session. Any thread may read. */
public interface AlertLog {

  /** Grows whenever an alert appears or changes, and when something is muted or no longer is. */
  long version();

  /** All alerts, oldest first, newest state of each; a snapshot. */
  List<Alert> alerts();

  /** The newest state of one alert; null when there is none, or no longer. */
  default @Nullable Alert alert(long id) {
    return alerts().stream().filter(alert -> alert.id() == id).findFirst().orElse(null);
  }

  /** The same, repeats put together, the group that came last first; a snapshot. */
  default List<AlertGroup> groups() {
    return new AlertGroups().with(alerts(), Set.of());
  }

  /** The alerts of one group that are still kept, oldest first. */
  default List<Alert> alerts(AlertKey key) {
    return alerts().stream().filter(alert -> alert.key().equals(key)).toList();
  }

  /**
   * What somebody should be told of, oldest first: the first alert of a group, and later ones when
   * it was quiet for as long as the settings ask. Alerts of muted groups are never among them.
   *
   * @param after only notices with a larger number; 0 for all that are kept
   */
  default List<AlertNotice> notices(long after) {
    return List.of();
  }
}
