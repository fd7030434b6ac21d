package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Everything one timeline shows and remembers; its view only draws it and passes on gestures. */
public final class TimelineModel implements Navigation {

  /** How often names, busy shares and lags of the lanes are renewed: as fast as one can read. */
  private static final long LOOPS_PACE_NANOS = 250_000_000L;

  private final Confinement confinement = new Confinement();
  private final Trace trace;
  private final AlertLog alerts;
  private final Selection selection;
  private final Viewport viewport;
  private final LongSupplier clockNanos;
  private final LaneTree lanes = new LaneTree();
  private final SearchModel search = new SearchModel();
  private final Marks marks = new Marks();
  private final RowScroll scroll = new RowScroll();
  private @Nullable TimeSpan range;
  private long rangeVersion;
  private long loopsNanos;
  private boolean pulled;

  /**
   * Shows nothing yet.
   *
   * @param live whether to follow the newest data at first
   * @param clockNanos {@code System::nanoTime} outside tests
   */
  public TimelineModel(
      Trace trace, AlertLog alerts, Selection selection, boolean live, LongSupplier clockNanos) {
    this.trace = trace;
    this.alerts = alerts;
    this.selection = selection;
    this.viewport = new Viewport(live, clockNanos);
    this.clockNanos = clockNanos;
  }

  /** Takes over what is new in the trace. Once a pulse; cheap when nothing is. */
  public void pull() {
    confinement.check();
    viewport.extentIs(trace.extent());
    long now = clockNanos.getAsLong();
    if (!pulled || now - loopsNanos >= LOOPS_PACE_NANOS) {
      loopsNanos = now;
      pulled = !trace.extent().isEmpty();
      lanes.loopsAre(trace.loops());
    }
  }

  public Trace trace() {
    return trace;
  }

  public AlertLog alerts() {
    return alerts;
  }

  public Selection selection() {
    return selection;
  }

  public Viewport viewport() {
    return viewport;
  }

  public LaneTree lanes() {
    return lanes;
  }

  public SearchModel search() {
    return search;
  }

  public Marks marks() {
    return marks;
  }

  public RowScroll scroll() {
    return scroll;
  }

  /** The stretch of time the user marked off, null when none. */
  public @Nullable TimeSpan range() {
    return range;
  }

  /** Marks off {@code wanted}; null takes it away. */
  public void selectRange(@Nullable TimeSpan wanted) {
    confinement.check();
    range = wanted;
    rangeVersion++;
  }

  /** Grows with every change of the range. */
  public long rangeVersion() {
    return rangeVersion;
  }

  /** The newest moment known. */
  public long nowNanos() {
    return trace.extent().toNanos();
  }

  @Override
  public TimeSpan visible() {
    return viewport.span();
  }

  @Override
  public void reveal(TimeSpan span) {
    viewport.reveal(span);
    revealLane(selection.selected());
  }

  private void revealLane(Selected what) {
    scroll.reveal(lanes.layout(), lanes.layout().indexOf(what.loop()));
  }

  /** Selects {@code next} and brings its time and its lane into sight. */
  public void selectAndReveal(Selected next) {
    selection.select(next);
    TimeSpan span = next.span(nowNanos());
    if (!span.equals(TimeSpan.EMPTY)) {
      viewport.reveal(span);
    }
    revealLane(next);
  }
}
