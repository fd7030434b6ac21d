package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertGroup;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.RuleWords;
import dev.loopscope.dashboard.ui.common.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of a session in groups, which of them are new, and the one that is looked at.
 *
 * <p>A group keeps its place however often its alert comes back: the group that appeared last is
 * the first line.
 */
public final class AlertsViewModel {

  /** Single alerts of a group that are listed, newest first. */
  static final int MAX_SINGLE = 200;

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final AlertLog log;
  private final Selection selection;
  private final Navigation navigation;
  private final AlertSelections behind;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private final ReadOnlyLongWrapper shownVersion = new ReadOnlyLongWrapper();
  private final ReadOnlyObjectWrapper<@Nullable AlertRow> current =
      new ReadOnlyObjectWrapper<>(null);
  private List<AlertGroup> groups = List.of();
  private List<AlertRow> shown = List.of();
  private int count;
  private long seenVersion = -1;
  private long lastRead;

  public AlertsViewModel(Trace trace, AlertLog log, Selection selection, Navigation navigation) {
    this.trace = trace;
    this.log = log;
    this.selection = selection;
    this.navigation = navigation;
    behind = new AlertSelections(trace);
    filter.subscribe(text -> update());
  }

  /** Takes over what changed in the log. */
  public boolean refresh() {
    confinement.check();
    long version = log.version();
    if (version == seenVersion) {
      return false;
    }
    seenVersion = version;
    List<AlertGroup> next = new ArrayList<>(log.groups());
    next.sort(
        Comparator.comparingLong(AlertGroup::firstNanos)
            .thenComparing(group -> group.key().what())
            .reversed());
    groups = next;
    count = (int) Math.min(Integer.MAX_VALUE, next.stream().mapToLong(AlertGroup::count).sum());
    update();
    followCurrent();
    return true;
  }

  private void update() {
    List<AlertRow> next = new ArrayList<>();
    int fresh = 0;
    for (AlertGroup group : groups) {
      boolean isNew = !group.muted() && group.newest().id() > lastRead;
      fresh += isNew ? 1 : 0;
      if (matches(group)) {
        next.add(new AlertRow(group, group.newest(), false, isNew));
      }
    }
    shown = List.copyOf(next);
    unread.set(fresh);
    shownVersion.set(shownVersion.get() + 1);
  }

  private boolean matches(AlertGroup group) {
    String all =
        String.join(
            " ",
            group.newest().sentence(),
            group.key().loops(),
            group.key().what(),
            loopName(group.newest()),
            RuleWords.word(group.key().rule()),
            group.muted() ? "muted" : "");
    String text = all.toLowerCase(Locale.ROOT);
    for (String word : filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private void followCurrent() {
    AlertRow now = current.get();
    if (now == null) {
      return;
    }
    for (AlertGroup group : groups) {
      if (group.key().equals(now.group().key())) {
        Alert alert =
            log.alerts(group.key()).stream()
                .filter(kept -> kept.id() == now.alert().id())
                .findFirst()
                .orElse(now.alert());
        current.set(new AlertRow(group, alert, now.single(), now.unread()));
      }
    }
  }

  /** Says that the user has seen all there is. */
  public void markRead() {
    confinement.check();
    lastRead = groups.stream().mapToLong(group -> group.newest().id()).max().orElse(lastRead);
    update();
  }

  /** The alerts of a group one by one, newest first, at most {@value #MAX_SINGLE}. */
  public List<AlertRow> single(AlertGroup group) {
    List<Alert> alerts = log.alerts(group.key());
    List<AlertRow> rows = new ArrayList<>();
    for (int i = alerts.size() - 1; i >= 0 && rows.size() < MAX_SINGLE; i--) {
      rows.add(new AlertRow(group, alerts.get(i), true, false));
    }
    return rows;
  }

  /** Looks at one alert: shows it, selects what is behind it and brings it into sight. */
  public void jumpTo(AlertRow row) {
    selection.select(behind.of(row.alert()));
    navigation.reveal(row.alert().span(trace.extent().toNanos()));
    look(null);
    look(row);
  }

  /** As {@link #jumpTo(AlertRow)}, by the alert alone; nothing when it is gone. */
  public void jumpTo(Alert alert) {
    refresh();
    groups.stream()
        .filter(group -> group.key().equals(alert.key()))
        .findFirst()
        .ifPresent(group -> jumpTo(new AlertRow(group, alert, group.count() > 1, false)));
  }

  /** Shows an alert without moving anything else; null for none. */
  public void look(@Nullable AlertRow row) {
    confinement.check();
    current.set(row);
  }

  /** The name of its loop; empty when it concerns the whole process. */
  public String loopName(Alert alert) {
    return behind.loopName(alert);
  }

  /** The groups that the filter lets through, the one that appeared last first. */
  public List<AlertRow> rows() {
    return shown;
  }

  /** Changes whenever {@link #rows()} may have. */
  public ReadOnlyLongProperty shownVersionProperty() {
    return shownVersion.getReadOnlyProperty();
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /**
   * How many groups have something that came after the user last looked; muted ones do not count.
   */
  public ReadOnlyIntegerProperty unreadProperty() {
    return unread.getReadOnlyProperty();
  }

  /** How many alerts there are. */
  public int count() {
    return count;
  }

  /** How many groups there are. */
  public int groupCount() {
    return groups.size();
  }

  /** The line that is looked at, in its newest state; null when none is. */
  public ReadOnlyObjectProperty<@Nullable AlertRow> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Whether a group is muted. */
  boolean isMuted(AlertKey key) {
    return groups.stream().anyMatch(group -> group.key().equals(key) && group.muted());
  }
}
