package dev.loopscope.dashboard.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The alerts that the rules raised. The rules change it on the reader thread; any thread reads. Of
 * a session that raises more than {@value #MAX_ALERTS}, the oldest are forgotten.
 */
final class RaisedAlerts implements AlertLog {

  static final int MAX_ALERTS = 10_000;

  private final TreeMap<Long, Alert> byId = new TreeMap<>();
  private List<Alert> snapshot = List.of();
  private long snapshotVersion;
  private long version;
  private long lastId;

  /** The id of the next alert. */
  synchronized long nextId() {
    return ++lastId;
  }

  /** Adds the alert, or replaces the older state of it. */
  synchronized void put(Alert alert) {
    if (alert.equals(byId.put(alert.id(), alert))) {
      return;
    }
    version++;
    if (byId.size() > MAX_ALERTS) {
      byId.pollFirstEntry();
    }
  }

  /** Takes back what turned out not to be true. */
  synchronized void withdraw(long id) {
    if (byId.remove(id) != null) {
      version++;
    }
  }

  @Override
  public synchronized long version() {
    return version;
  }

  @Override
  public synchronized List<Alert> alerts() {
    if (snapshotVersion != version) {
      List<Alert> all = new ArrayList<>(byId.size());
      for (Map.Entry<Long, Alert> entry : byId.entrySet()) {
        all.add(entry.getValue());
      }
      snapshot = List.copyOf(all);
      snapshotVersion = version;
    }
    return snapshot;
  }
}
