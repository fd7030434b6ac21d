package dev.loopscope.dashboard.alert;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is worth an alert and what is done with it.
 *
 * @param rules how each rule is set; a rule that is not there is set as by default
 * @param quietNanos a group that was told of is not told of again for so long
 * @param clips whether alerts keep a clip of the recording
 * @param clipBeforeNanos how much of the time before the alert its clip holds
 * @param clipAfterNanos how much of the time after
 * @param muted groups that nobody wants to hear of
 */
public record AlertSettings(
    Map<AlertKind, RuleSettings> rules,
    long quietNanos,
    boolean clips,
    long clipBeforeNanos,
    long clipAfterNanos,
    Set<AlertKey> muted) {

  private static final long SECOND = 1_000_000_000L;

  public static final AlertSettings DEFAULT =
      new AlertSettings(Map.of(), 60 * SECOND, true, 10 * SECOND, 5 * SECOND, Set.of());

  public AlertSettings {
    rules = Map.copyOf(rules);
    muted = Set.copyOf(muted);
  }

  public RuleSettings rule(AlertKind rule) {
    return rules.getOrDefault(rule, byDefault(rule));
  }

  /** How a rule is set unless told otherwise. */
  public static RuleSettings byDefault(AlertKind rule) {
    return switch (rule) {
      case BLOCKED, STARVED, PAUSE, DEADLOCK, WARNING -> new RuleSettings(true, 0);
      case PINNED -> new RuleSettings(true, 20_000_000L);
      case FAILING, LOST -> new RuleSettings(true, 1);
      case QUEUE -> new RuleSettings(true, 1_000);
    };
  }

  public AlertSettings withRule(AlertKind rule, RuleSettings next) {
    Map<AlertKind, RuleSettings> changed = new EnumMap<>(AlertKind.class);
    changed.putAll(rules);
    changed.put(rule, next);
    return new AlertSettings(changed, quietNanos, clips, clipBeforeNanos, clipAfterNanos, muted);
  }

  public AlertSettings withQuiet(long nanos) {
    return new AlertSettings(rules, nanos, clips, clipBeforeNanos, clipAfterNanos, muted);
  }

  public AlertSettings withClips(boolean keep, long beforeNanos, long afterNanos) {
    return new AlertSettings(rules, quietNanos, keep, beforeNanos, afterNanos, muted);
  }

  /**
   * Whether nobody wants to hear of a group. What was muted without the kind of its loops, as it
   * was once saved, is muted on loops of any kind.
   */
  public boolean isMuted(AlertKey key) {
    return muted.contains(key) || muted.contains(key.ofAnyKind());
  }

  /**
   * With {@code key} muted, or no longer; then what was muted on loops of any kind is not either.
   */
  public AlertSettings withMuted(AlertKey key, boolean mute) {
    Set<AlertKey> changed = new HashSet<>(muted);
    if (mute) {
      changed.add(key);
    } else {
      changed.remove(key);
      changed.remove(key.ofAnyKind());
    }
    return new AlertSettings(rules, quietNanos, clips, clipBeforeNanos, clipAfterNanos, changed);
  }
}
