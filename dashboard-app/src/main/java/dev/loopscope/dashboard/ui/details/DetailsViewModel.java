package dev.loopscope.dashboard.ui.details;

import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Jump;
import dev.loopscope.dashboard.ui.common.Latest;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Finds out about what is selected, in the background, and again while that goes on. */
public final class DetailsViewModel {

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final Selection selection;
  private final Jump jump;
  private final DetailsSource source;
  private final Latest<@Nullable Details> asking;
  private final ReadOnlyObjectWrapper<@Nullable Details> details =
      new ReadOnlyObjectWrapper<>(null);
  private final Latest<@Nullable DelayExplanation> explaining;
  private final ReadOnlyObjectWrapper<@Nullable DelayExplanation> delay =
      new ReadOnlyObjectWrapper<>(null);
  private long seenVersion = -1;

  public DetailsViewModel(
      Trace trace,
      Selection selection,
      Navigation navigation,
      Moments moments,
      Background background) {
    this.trace = trace;
    this.selection = selection;
    jump = new Jump(trace, selection, navigation);
    source = new DetailsSource(trace, moments);
    asking = background.latest();
    explaining = background.latest();
    selection.onChange(
        selected -> {
          explaining.cancel();
          delay.set(null);
          ask();
        });
  }

  /** Asks anew when the trace changed and what is selected may have changed with it. */
  public void refresh() {
    confinement.check();
    Selected selected = selection.selected();
    boolean grows = selected instanceof Selected.OfOpenRun || selected instanceof Selected.OfLoop;
    if (grows && trace.version() != seenVersion && !asking.isBusy()) {
      ask();
    }
  }

  private void ask() {
    seenVersion = trace.version();
    Selected selected = selection.selected();
    asking.ask(
        () -> source.of(selected), details::set, failure -> details.set(source.failed(failure)));
  }

  /** Whether the selected run waited before it began, which can be explained. */
  public boolean hasDelay() {
    return selection.selected() instanceof Selected.OfRun run && run.run().queueDelayNanos() > 0;
  }

  /** Finds out what filled the time for which the selected run waited. */
  public void explainDelay() {
    confinement.check();
    Selected selected = selection.selected();
    explaining.ask(
        () -> source.explain(selected), delay::set, failure -> details.set(source.failed(failure)));
  }

  /** What filled that time; null until it was asked for. */
  public ReadOnlyObjectProperty<@Nullable DelayExplanation> delayProperty() {
    return delay.getReadOnlyProperty();
  }

  /** Selects what a link in the details leads to, and brings it into sight. */
  public void follow(Selected target) {
    jump.to(target);
  }

  /** Null when nothing is selected. */
  public ReadOnlyObjectProperty<@Nullable Details> detailsProperty() {
    return details.getReadOnlyProperty();
  }

  public boolean isBusy() {
    return asking.isBusy() || explaining.isBusy();
  }
}
