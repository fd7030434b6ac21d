package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import org.jspecify.annotations.Nullable;

/** What is too much, as the settings say right now. */
final class RuleLimits {

  private final Trace trace;
  private final CurrentAlertSettings settings;

  RuleLimits(Trace trace, CurrentAlertSettings settings) {
    this.trace = trace;
    this.settings = settings;
  }

  boolean isEnabled(AlertKind rule) {
    return settings.get().rule(rule).enabled();
  }

  /**
   * The limit of a rule on a loop; that of blocked runs is the agent's.
   *
   * @param loop 0 for what concerns the whole process
   * @return nanoseconds or a count, as the rule has it
   */
  long of(AlertKind rule, int loop) {
    RuleSettings of = settings.get().rule(rule);
    LoopInfo info = loop == 0 ? null : trace.loop(loop);
    long limit =
        info == null
            ? of.limit()
            : of.limit(info.loop().kind(), info.loop().name(), info.loop().group());
    boolean follows =
        rule == AlertKind.BLOCKED
            || (limit == 0 && RuleSettings.unit(rule) == RuleSettings.Unit.NANOS);
    return follows ? runNanos(info) : limit;
  }

  /** How long a run may take. */
  private long runNanos(@Nullable LoopInfo info) {
    return info == null ? trace.settings().defaultLimitNanos() : info.limitNanos(trace.settings());
  }
}
