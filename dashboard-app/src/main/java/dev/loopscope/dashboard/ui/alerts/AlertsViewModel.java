package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/** The alerts of a session, which of them are new, and the one that is looked at. */
public final class AlertsViewModel {

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final AlertLog log;
  private final Selection selection;
  private final Navigation navigation;
  private final ObservableList<AlertRow> rows = FXCollections.observableArrayList();
  private final FilteredList<AlertRow> shown = new FilteredList<>(rows);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<@Nullable AlertRow> current =
      new ReadOnlyObjectWrapper<>(null);
  private long seenVersion = -1;
  private long lastRead;

  public AlertsViewModel(Trace trace, AlertLog log, Selection selection, Navigation navigation) {
    this.trace = trace;
    this.log = log;
    this.selection = selection;
    this.navigation = navigation;
    filter.subscribe(text -> shown.setPredicate(row -> matches(row, text)));
  }

  /** Takes over what changed in the log. */
  public boolean refresh() {
    confinement.check();
    long version = log.version();
    if (version == seenVersion) {
      return false;
    }
    seenVersion = version;
    List<AlertRow> next = new ArrayList<>();
    List<Alert> alerts = log.alerts();
    for (int i = alerts.size() - 1; i >= 0; i--) {
      Alert alert = alerts.get(i);
      next.add(new AlertRow(alert, loopName(alert.loop()), alert.id() > lastRead));
    }
    replace(next);
    followCurrent();
    return true;
  }

  /** Changes only the rows that differ, so that the table keeps its selection. */
  private void replace(List<AlertRow> next) {
    int added = next.size() - rows.size();
    if (added > 0) {
      rows.addAll(0, next.subList(0, added));
    } else if (added < 0) {
      rows.remove(next.size(), rows.size());
    }
    for (int i = 0; i < next.size(); i++) {
      if (!next.get(i).equals(rows.get(i))) {
        rows.set(i, next.get(i));
      }
    }
    unread.set((int) rows.stream().filter(AlertRow::unread).count());
  }

  private void followCurrent() {
    AlertRow now = current.get();
    if (now != null) {
      rows.stream()
          .filter(row -> row.alert().id() == now.alert().id())
          .findFirst()
          .ifPresent(current::set);
    }
  }

  private String loopName(int loop) {
    LoopInfo info = trace.loop(loop);
    return info == null ? "" : info.loop().name();
  }

  private static boolean matches(AlertRow row, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return row.alert().sentence().toLowerCase(Locale.ROOT).contains(wanted)
        || row.loopName().toLowerCase(Locale.ROOT).contains(wanted)
        || row.alert().rule().name().toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Says that the user has seen all there is. */
  public void markRead() {
    confinement.check();
    lastRead = rows.stream().mapToLong(row -> row.alert().id()).max().orElse(lastRead);
    rows.replaceAll(row -> row.unread() ? new AlertRow(row.alert(), row.loopName(), false) : row);
    unread.set(0);
  }

  /** Looks at one alert: shows it, selects what is behind it and brings it into sight. */
  public void jumpTo(AlertRow row) {
    selection.select(behind(row.alert()));
    navigation.reveal(row.alert().span(trace.extent().toNanos()));
    look(null);
    look(row);
  }

  /** Shows an alert without moving anything else; null for none. */
  public void look(@Nullable AlertRow row) {
    confinement.check();
    current.set(row);
  }

  private Selected behind(Alert alert) {
    Stall stall = stall(alert);
    if (stall != null) {
      return ofStall(stall);
    }
    for (Pause pause : trace.pauses(alert.span(trace.extent().toNanos()))) {
      if (alert.loop() == 0) {
        return new Selected.OfPause(pause);
      }
    }
    return alert.loop() == 0 ? Selection.NOTHING : new Selected.OfLoop(alert.loop());
  }

  private Selected ofStall(Stall stall) {
    OpenRun run = stall.run();
    LocatedRun finished = trace.find(run.id());
    return finished != null
        ? new Selected.OfRun(finished.loop(), finished.run())
        : new Selected.OfOpenRun(stall.loop(), run);
  }

  /** The stall behind an alert, in its newest state. */
  public @Nullable Stall stall(Alert alert) {
    if (alert.stall() == 0) {
      return null;
    }
    return trace.stalls().stream()
        .filter(stall -> stall.id() == alert.stall())
        .findFirst()
        .orElse(null);
  }

  /** The alerts that the filter lets through, newest first. */
  public ObservableList<AlertRow> rows() {
    return shown;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /** How many alerts came after the user last looked. */
  public ReadOnlyIntegerProperty unreadProperty() {
    return unread.getReadOnlyProperty();
  }

  /** How many alerts there are. */
  public int count() {
    return rows.size();
  }

  /** The alert that is looked at; null when none is. */
  public ReadOnlyObjectProperty<@Nullable AlertRow> currentProperty() {
    return current.getReadOnlyProperty();
  }
}
