package dev.loopscope.dashboard.alert;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import java.util.Locale;

/** Data was lost: {@code "312 runs of worker-1 were lost: its ring was full"}. */
final class LostRule implements AlertRule {

  private final LoopNames names;
  private final RuleLimits limits;
  private final RaisedAlerts log;
  private final Windows windows;

  LostRule(LoopNames names, RuleLimits limits, RaisedAlerts log) {
    this.names = names;
    this.limits = limits;
    this.log = log;
    windows = new Windows(log);
  }

  @Override
  public void accept(Frame frame) {
    if (!(frame instanceof Gap gap) || !limits.isEnabled(AlertKind.LOST)) {
      return;
    }
    Windows.Window window =
        windows.add(gap.loop(), gap.fromNanos(), gap.toNanos(), gap.lost(), gap.reason());
    if (window.count < limits.of(AlertKind.LOST, gap.loop())) {
      return;
    }
    log.put(
        new Alert(
            window.alert,
            AlertKind.LOST,
            gap.loop(),
            window.fromNanos,
            window.toNanos,
            0,
            0,
            sentence(gap.loop(), window),
            names.key(AlertKind.LOST, gap.loop(), window.what)));
  }

  private String sentence(int loop, Windows.Window window) {
    return (window.count == 1 ? "1 run" : String.format(Locale.ROOT, "%,d runs", window.count))
        + (loop == 0 ? "" : " of " + names.name(loop))
        + (window.count == 1 ? " was" : " were")
        + " lost"
        + (window.what.isEmpty() ? "" : ": " + window.what);
  }
}
