package dev.loopscope.dashboard.alert;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /**
   * How many alerts each rule raised, those included that are no longer kept one by one; a rule
   * that raised none is not there.
   */
  default Map<AlertKind, Long> counts() {
    Map<AlertKind, Long> counts = new EnumMap<>(AlertKind.class);
    alerts().forEach(alert -> counts.merge(alert.rule(), 1L, Long::sum));
    return counts;
  }

  /** The same, repeats put together, the group that came last first; a snapshot. */
  default List<AlertGroup> groups() {
    return new AlertGroups().with(alerts(), key -> false);
  }

  /** The alerts of one group that are still kept, oldest first. */
  default List<Alert> alerts(AlertKey key) {
    return alerts().stream().filter(alert -> alert.key().equals(key)).toList();
  }

  /** Whether the user wants to hear no more of a group. */
  default boolean isMuted(AlertKey key) {
    return false;
  }

  /**
   * What somebody should be told of, oldest first: the first alert of a group, and later ones when
   * the last telling is as long ago as the settings ask. What is learned of an alert later may put
   * it into another group, or take it back.
   *
   * @param after only notices with a larger number; 0 for all that are kept
   */
  default List<AlertNotice> notices(long after) {
    return List.of();
  }
}
