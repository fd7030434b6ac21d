package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.protocol.Stall;
import java.util.Comparator;

/** What in the timeline an alert is about. */
final class AlertSelections {

  private final Trace trace;

  AlertSelections(Trace trace) {
    this.trace = trace;
  }

  Selected of(Alert alert) {
    TimeSpan span = alert.span(trace.extent().toNanos());
    if (alert.stall() != 0) {
      for (Stall stall : trace.stalls()) {
        if (stall.id() == alert.stall()) {
          return ofStall(stall);
        }
      }
    }
    if (alert.rule() == AlertKind.PAUSE) {
      return trace.pauses(span).stream()
          .max(Comparator.comparingLong(pause -> pause.toNanos() - pause.fromNanos()))
          .<Selected>map(Selected.OfPause::new)
          .orElse(Selection.NOTHING);
    }
    return alert.loop() == 0 ? Selection.NOTHING : new Selected.OfLoop(alert.loop());
  }

  private Selected ofStall(Stall stall) {
    LocatedRun finished = trace.find(stall.run().id());
    return finished != null
        ? new Selected.OfRun(finished.loop(), finished.run())
        : new Selected.OfOpenRun(stall.loop(), stall.run());
  }

  String loopName(Alert alert) {
    LoopInfo info = alert.loop() == 0 ? null : trace.loop(alert.loop());
    return info == null ? "" : info.loop().name();
  }
}
