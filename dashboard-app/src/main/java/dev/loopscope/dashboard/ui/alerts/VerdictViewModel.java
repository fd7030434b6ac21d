package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Latest;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.verdict.Evidence;
import dev.loopscope.dashboard.ui.verdict.EvidenceSource;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Finds out about the alert that is looked at, in the background, and again while it changes. */
public final class VerdictViewModel {

  /**
   * An alert and what is known of it.
   *
   * @param row the line that was chosen
   * @param evidence null while it is gathered
   * @param problem why there is none; empty otherwise
   */
  public record Shown(AlertRow row, @Nullable Evidence evidence, String problem) {}

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final Selection selection;
  private final Navigation navigation;
  private final EvidenceSource source;
  private final Latest<Evidence> asking;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(null);
  private long seenVersion = -1;

  public VerdictViewModel(
      Trace trace,
      AlertsViewModel alerts,
      Selection selection,
      Navigation navigation,
      Moments moments,
      Background background) {
    this.trace = trace;
    this.selection = selection;
    this.navigation = navigation;
    source = new EvidenceSource(trace, moments);
    asking = background.latest();
    alerts.currentProperty().subscribe(this::changed);
  }

  private void changed(@Nullable AlertRow row) {
    if (row == null) {
      asking.cancel();
      shown.set(null);
      return;
    }
    Shown before = shown.get();
    boolean same = before != null && before.row().alert().id() == row.alert().id();
    shown.set(new Shown(row, same ? before.evidence() : null, ""));
    ask(row.alert());
  }

  /** Asks anew while the alert lasts and the trace changed. */
  public void refresh() {
    confinement.check();
    Shown now = shown.get();
    if (now != null
        && now.row().alert().isOpen()
        && trace.version() != seenVersion
        && !asking.isBusy()) {
      ask(now.row().alert());
    }
  }

  private void ask(Alert alert) {
    seenVersion = trace.version();
    asking.ask(() -> source.of(alert), evidence -> answered(evidence, ""), this::failed);
  }

  private void failed(Throwable failure) {
    answered(null, "What is known of this alert could not be gathered: " + failure);
  }

  private void answered(@Nullable Evidence evidence, String problem) {
    Shown now = shown.get();
    if (now != null) {
      shown.set(new Shown(now.row(), evidence, problem));
    }
  }

  /** Selects what a link leads to, and brings it into sight. */
  public void follow(Selected target) {
    selection.select(target);
    TimeSpan span = target.span(trace.extent().toNanos());
    if (!span.isEmpty()) {
      navigation.reveal(span);
    }
  }

  /** Null when no alert is looked at. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  public boolean isBusy() {
    return asking.isBusy();
  }
}
