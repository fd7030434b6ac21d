package dev.loopscope.dashboard.alert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The alerts that the rules raised. The rules change it on the reader thread; any thread reads. Of
 * a session that raises more than {@value #MAX_ALERTS}, the oldest are forgotten one by one, but
 * still count, for their rules and in their groups, as they were last known.
 */
final class RaisedAlerts implements AlertLog {

  static final int MAX_ALERTS = 10_000;

  private final CurrentAlertSettings settings;
  private final LongSupplier now;
  private final TreeMap<Long, Alert> byId = new TreeMap<>();
  private final AlertGroups forgotten = new AlertGroups();
  private final Map<AlertKind, Long> forgottenCounts = new EnumMap<>(AlertKind.class);
  private final Notices notices = new Notices();
  private List<Alert> snapshot = List.of();
  private long snapshotVersion;
  private List<AlertGroup> groups = List.of();
  private long groupsVersion = -1;
  private long version;
  private long lastId;
  private long lastForgotten;

  /**
   * @param now the newest time of the session
   */
  RaisedAlerts(CurrentAlertSettings settings, LongSupplier now) {
    this.settings = settings;
    this.now = now;
  }

  /** The id of the next alert. */
  synchronized long nextId() {
    return ++lastId;
  }

  /** Adds the alert, or replaces the older state of it; one that is forgotten stays as it was. */
  synchronized void put(Alert alert) {
    if (alert.id() <= lastForgotten) {
      return;
    }
    Alert before = byId.put(alert.id(), alert);
    if (alert.equals(before)) {
      return;
    }
    version++;
    if (before == null || before.rule() != alert.rule()) {
      notices.raised(alert, settings.get(), now.getAsLong());
    } else if (!before.key().equals(alert.key())) {
      notices.regrouped(alert, settings.get(), now.getAsLong());
    }
    if (byId.size() > MAX_ALERTS) {
      forget(byId.pollFirstEntry().getValue());
    }
  }

  /** Nobody will hear of its end any more. */
  private void forget(Alert alert) {
    lastForgotten = alert.id();
    forgotten.add(alert.asLastKnown());
    forgottenCounts.merge(alert.rule(), 1L, Long::sum);
  }

  /** Takes back what turned out not to be true. */
  synchronized void withdraw(long id) {
    if (byId.remove(id) != null) {
      version++;
      notices.withdrawn(id);
    }
  }

  @Override
  public synchronized long version() {
    return version + settings.version();
  }

  @Override
  public synchronized List<Alert> alerts() {
    if (snapshotVersion != version) {
      snapshot = List.copyOf(new ArrayList<>(byId.values()));
      snapshotVersion = version;
    }
    return snapshot;
  }

  @Override
  public synchronized @Nullable Alert alert(long id) {
    return byId.get(id);
  }

  @Override
  public synchronized Map<AlertKind, Long> counts() {
    Map<AlertKind, Long> counts = new EnumMap<>(forgottenCounts);
    byId.values().forEach(alert -> counts.merge(alert.rule(), 1L, Long::sum));
    return counts;
  }

  @Override
  public boolean isMuted(AlertKey key) {
    return settings.get().isMuted(key);
  }

  @Override
  public synchronized List<AlertGroup> groups() {
    long newest = version();
    if (groupsVersion != newest) {
      groups = forgotten.with(byId.values(), settings.get()::isMuted);
      groupsVersion = newest;
    }
    return groups;
  }

  @Override
  public synchronized List<AlertNotice> notices(long after) {
    return notices.after(after);
  }
}
