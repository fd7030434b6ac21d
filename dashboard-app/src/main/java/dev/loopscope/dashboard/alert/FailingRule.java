package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import java.util.Locale;

/** Tasks failed: {@code "12 tasks failed on worker-2: ChatHandler$Push"}. */
@SuppressWarnings("EnumOrdinal") // the columns of a batch hold ordinals
final class FailingRule implements AlertRule {

  private static final int FAILED = Outcome.FAILED.ordinal();

  private final Trace trace;
  private final LoopNames names;
  private final RuleLimits limits;
  private final RaisedAlerts log;
  private final Windows windows;

  FailingRule(Trace trace, LoopNames names, RuleLimits limits, RaisedAlerts log) {
    this.trace = trace;
    this.names = names;
    this.limits = limits;
    this.log = log;
    windows = new Windows(log);
  }

  @Override
  public void accept(Frame frame) {
    if (!limits.isEnabled(AlertKind.FAILING)) {
      return;
    }
    if (frame instanceof RunBatch batch) {
      RunColumns runs = batch.runs();
      for (int i = 0; i < runs.size(); i++) {
        if (runs.outcome(i) == FAILED) {
          failed(batch.loop(), runs.startNanos(i), runs.endNanos(i), 1, type(runs.type(i)));
        }
      }
    } else if (frame instanceof GroupBatch batch) {
      for (GroupBatch.Group group : batch.groups()) {
        if (group.failed() > 0) {
          failed(batch.loop(), group.fromNanos(), group.toNanos(), group.failed(), "");
        }
      }
    }
  }

  private String type(int type) {
    return type == 0 ? "" : CodeNames.type(trace.typeName(type));
  }

  private void failed(int loop, long from, long to, long tasks, String type) {
    Windows.Window window = windows.add(loop, from, to, tasks, type);
    if (window.count < limits.of(AlertKind.FAILING, loop)) {
      return;
    }
    log.put(
        new Alert(
            window.alert,
            AlertKind.FAILING,
            loop,
            window.fromNanos,
            window.toNanos,
            window.worstNanos,
            0,
            sentence(loop, window),
            names.key(AlertKind.FAILING, loop, window.what)));
  }

  private String sentence(int loop, Windows.Window window) {
    String type = window.what;
    return (window.count == 1 ? "A task" : String.format(Locale.ROOT, "%,d tasks", window.count))
        + " failed on "
        + names.name(loop)
        + (type.isEmpty() ? "" : ": " + type);
  }
}
