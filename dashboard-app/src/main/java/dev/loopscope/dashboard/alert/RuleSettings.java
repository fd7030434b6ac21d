package dev.loopscope.dashboard.alert;

import java.util.Map;

/**
 * How one rule is set.
 *
 * @param enabled whether it raises alerts
 * @param limit what is too much, in {@link #unit(AlertKind)}; 0 follows the limit of runs on the
 *     loop
 * @param limitByKind limits of loops of one kind
 * @param limitByName limits of single loops, by the name of the loop or of its group; they go
 *     before those of its kind
 */
public record RuleSettings(
    boolean enabled, long limit, Map<String, Long> limitByKind, Map<String, Long> limitByName) {

  /** What a rule's limit counts. */
  public enum Unit {
    NANOS,
    COUNT,
    /** The rule has no limit of its own. */
    NONE
  }

  public RuleSettings {
    limitByKind = Map.copyOf(limitByKind);
    limitByName = Map.copyOf(limitByName);
  }

  /** One limit for all loops. */
  public RuleSettings(boolean enabled, long limit) {
    this(enabled, limit, Map.of(), Map.of());
  }

  /** The limit for one loop, as {@code Settings.limitNanos} finds that of its runs. */
  public long limit(String kind, String name, String group) {
    Long own = limitByName.get(name);
    Long ofGroup = own == null ? limitByName.get(group) : own;
    Long ofKind = ofGroup == null ? limitByKind.get(kind) : ofGroup;
    return ofKind == null ? limit : ofKind;
  }

  public RuleSettings withEnabled(boolean next) {
    return new RuleSettings(next, limit, limitByKind, limitByName);
  }

  public RuleSettings withLimit(long next) {
    return new RuleSettings(enabled, next, limitByKind, limitByName);
  }

  public RuleSettings withLimits(Map<String, Long> byKind, Map<String, Long> byName) {
    return new RuleSettings(enabled, limit, byKind, byName);
  }

  /** What the limit of {@code rule} counts; that of blocked runs is the agent's. */
  public static Unit unit(AlertKind rule) {
    return switch (rule) {
      case STARVED, PAUSE, PINNED -> Unit.NANOS;
      case FAILING, QUEUE, LOST -> Unit.COUNT;
      case BLOCKED, DEADLOCK, WARNING -> Unit.NONE;
    };
  }
}
