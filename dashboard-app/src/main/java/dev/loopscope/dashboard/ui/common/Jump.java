package dev.loopscope.dashboard.ui.common;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;

/** Goes to a thing that a link names: selects it and brings it into sight. FX thread. */
public final class Jump {

  private final Trace trace;
  private final Selection selection;
  private final Navigation navigation;

  public Jump(Trace trace, Selection selection, Navigation navigation) {
    this.trace = trace;
    this.selection = selection;
    this.navigation = navigation;
  }

  /** What has no length, such as a lane, is only selected. */
  public void to(Selected target) {
    selection.select(target);
    TimeSpan span = target.span(trace.extent().toNanos());
    if (!span.isEmpty()) {
      navigation.reveal(span);
    }
  }
}
