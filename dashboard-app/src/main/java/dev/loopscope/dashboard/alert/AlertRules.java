package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Frame;
import java.util.List;
import java.util.function.Consumer;

/** All rules over one session. The session's reader thread feeds it; any thread reads the log. */
public final class AlertRules implements Consumer<Frame> {

  private final Trace trace;
  private final RaisedAlerts log;
  private final List<AlertRule> rules;
  private boolean over;

  /**
   * @param trace names and limits; it must have every frame before the rules get it
   * @param settings what is too much, read with every frame
   */
  public AlertRules(Trace trace, CurrentAlertSettings settings) {
    this.trace = trace;
    log = new RaisedAlerts(settings, () -> trace.extent().toNanos());
    StandStills standStills = new StandStills();
    LoopNames names = new LoopNames(trace);
    RuleLimits limits = new RuleLimits(trace, settings);
    rules =
        List.of(
            standStills,
            new PauseRule(limits, log),
            new BlockedRule(new BlockedWords(trace, names), limits, standStills, log),
            new StarvedRule(new StarvedWords(trace, names, limits), limits, standStills, log),
            new FailingRule(trace, names, limits, log),
            new QueueRule(new QueueWords(trace, names), limits, standStills, log),
            new PinnedRule(trace, names, limits, standStills, log),
            new WarningRule(names, limits, log),
            new LostRule(names, limits, log));
  }

  /** As the other one, with the settings that hold by default. */
  AlertRules(Trace trace) {
    this(trace, new CurrentAlertSettings());
  }

  @Override
  public void accept(Frame frame) {
    over |= frame instanceof Bye;
    for (AlertRule rule : rules) {
      rule.accept(frame);
    }
  }

  /**
   * No more frames come. A stream that broke off is, for the rules, one whose agent left: what had
   * not ended by then stays open.
   */
  public void end() {
    if (!over) {
      accept(new Bye(trace.extent().toNanos(), Bye.Reason.ERROR, ""));
    }
  }

  public AlertLog log() {
    return log;
  }
}
