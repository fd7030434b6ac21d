package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertGroup;
import dev.loopscope.dashboard.alert.AlertText;
import dev.loopscope.dashboard.alert.AlertText.Extra;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Jump;
import dev.loopscope.dashboard.ui.common.Latest;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.verdict.Evidence;
import dev.loopscope.dashboard.ui.verdict.EvidenceSource;
import dev.loopscope.protocol.Definitions.Stack;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Finds out about the alert that is looked at, in the background, and again while it changes, but
 * not more than once a second: it looks at many runs.
 */
public final class VerdictViewModel {

  /**
   * An alert and what is known of it.
   *
   * @param row the line that was chosen
   * @param evidence null while it is gathered
   * @param problem why there is none; empty otherwise
   */
  public record Shown(AlertRow row, @Nullable Evidence evidence, String problem) {}

  /** How often evidence of the same alert is gathered anew at most. */
  static final long PACE_NANOS = 1_000_000_000L;

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final Jump jump;
  private final EvidenceSource source;
  private final Latest<Evidence> asking;
  private final LongSupplier clockNanos;
  private final AlertText text;
  private final Latest<String> writing;
  private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(null);
  private long seenVersion = -1;
  private long askedNanos;
  private boolean outdated;

  /**
   * Shows nothing at first.
   *
   * @param clockNanos tells how much time has passed since evidence was gathered
   */
  public VerdictViewModel(
      Trace trace,
      AlertsViewModel alerts,
      Selection selection,
      Navigation navigation,
      Moments moments,
      Background background,
      LongSupplier clockNanos) {
    this.trace = trace;
    jump = new Jump(trace, selection, navigation);
    source = new EvidenceSource(trace, moments);
    asking = background.latest();
    this.clockNanos = clockNanos;
    text = new AlertText(trace, moments::text);
    writing = background.latest();
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
    if (same) {
      outdated = true; // an answer that is given up at each change never comes
    } else {
      ask(row.alert());
    }
  }

  /** Asks anew when the alert changed, or lasts and the trace changed, and it is time. */
  public void refresh() {
    confinement.check();
    Shown now = shown.get();
    if (now == null || asking.isBusy() || clockNanos.getAsLong() - askedNanos < PACE_NANOS) {
      return;
    }
    boolean lasts = now.row().alert().isOpen() && trace.version() != seenVersion;
    if (outdated || lasts) {
      ask(now.row().alert());
    }
  }

  private void ask(Alert alert) {
    outdated = false;
    seenVersion = trace.version();
    askedNanos = clockNanos.getAsLong();
    asking.ask(() -> source.of(alert), evidence -> answered(evidence, ""), this::failed);
  }

  private void failed(Throwable failure) {
    answered(null, "What is known of this alert could not be gathered: " + failure);
  }

  private void answered(@Nullable Evidence evidence, String problem) {
    Shown now = shown.get();
    if (now == null) {
      return;
    }
    shown.set(new Shown(now.row(), evidence, problem));
  }

  /** Selects what a link leads to, and brings it into sight. */
  public void follow(Selected target) {
    jump.to(target);
  }

  /**
   * Writes down the alert that is looked at, with its stack, and hands it over when that is done.
   *
   * @param markdown whether it is for a ticket; otherwise it is plain text
   */
  public void write(boolean markdown, Consumer<String> written) {
    confinement.check();
    Shown now = shown.get();
    if (now == null) {
      return;
    }
    Alert alert = now.row().alert();
    AlertGroup group = now.row().group();
    Extra extra = extra(now.evidence());
    writing.ask(
        () -> markdown ? text.markdown(alert, group, extra) : text.text(alert, group, extra),
        written,
        failure -> complain("The alert could not be written down: " + failure));
  }

  private void complain(String problem) {
    Shown now = shown.get();
    if (now != null) {
      shown.set(new Shown(now.row(), now.evidence(), problem));
    }
  }

  private static Extra extra(@Nullable Evidence known) {
    if (known == null) {
      return Extra.NONE;
    }
    Stack stack = known.stack();
    return new Extra(
        known.facts().stream().map(fact -> fact.name() + ": " + fact.value()).toList(),
        stack == null ? List.of() : stack.frames(),
        known.culpritFrame());
  }

  /** Null when no alert is looked at. */
  public ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Whether something is awaited, or what is shown is to be gathered anew when it is time. */
  public boolean isBusy() {
    return asking.isBusy() || writing.isBusy() || (outdated && shown.get() != null);
  }
}
