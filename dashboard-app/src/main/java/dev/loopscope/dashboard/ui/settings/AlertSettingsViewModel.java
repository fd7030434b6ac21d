package dev.loopscope.dashboard.ui.settings;

import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.alert.AlertSettings;
import dev.loopscope.dashboard.alert.RuleSettings;
import dev.loopscope.dashboard.alert.RuleSettings.Unit;
import dev.loopscope.dashboard.ui.common.Confinement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What is worth an alert, to be changed: every change holds at once. The limit of blocked runs is
 * that of the agent; the limits of the other rules are looked at here, in the dashboard.
 */
public final class AlertSettingsViewModel {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double MAX_MILLIS = 3_600_000;
  private static final double MAX_SECONDS = 3_600;
  private static final long MAX_COUNT = 1_000_000_000;

  private final Confinement confinement = new Confinement();
  private final PreferencesModel preferences;
  private final List<String> loops;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** A limit of some loops. */
  public record LoopLimit(String loops, boolean kind, String limit) {}

  /**
   * A page over these preferences.
   *
   * @param loops kinds, groups and names of the loops of the open session, as suggestions
   */
  public AlertSettingsViewModel(PreferencesModel preferences, Collection<String> loops) {
    this.preferences = preferences;
    this.loops = new ArrayList<>(new TreeSet<>(loops));
  }

  /** Kinds, groups and names of loops, in alphabetical order. */
  public List<String> loops() {
    return loops;
  }

  public boolean isEnabled(AlertKind rule) {
    return alerts().rule(rule).enabled();
  }

  public void setEnabled(AlertKind rule, boolean enabled) {
    changeRule(rule, old -> old.withEnabled(enabled));
  }

  /** What stands behind the number of a limit; empty where the rule has none. */
  public static String unit(AlertKind rule) {
    return switch (rule) {
      case BLOCKED, STARVED, PAUSE, PINNED -> "ms";
      case FAILING -> "failed";
      case QUEUE -> "waiting";
      case LOST -> "lost";
      case DEADLOCK, WARNING -> "";
    };
  }

  /** The limit of a rule as a number to be changed; empty where that of blocked runs holds. */
  public String limit(AlertKind rule) {
    return rule == AlertKind.BLOCKED
        ? text(rule, preferences.get().limits().defaultNanos())
        : text(rule, alerts().rule(rule).limit());
  }

  /** Sets the limit of a rule as typed; false when it is none. */
  public boolean setLimit(AlertKind rule, String typed) {
    if (typed.isBlank() && followsBlocked(rule)) {
      problem.set("");
      changeRule(rule, old -> old.withLimit(0));
      return true;
    }
    long limit = parse(rule, typed);
    if (limit <= 0) {
      return false;
    } else if (rule == AlertKind.BLOCKED) {
      preferences.change(old -> old.withLimits(old.limits().withDefault(limit)));
    } else {
      changeRule(rule, old -> old.withLimit(limit));
    }
    return true;
  }

  /** Whether a rule without a limit of its own takes that of blocked runs. */
  public static boolean followsBlocked(AlertKind rule) {
    return rule == AlertKind.STARVED || rule == AlertKind.PAUSE;
  }

  /** The limits of some loops only, by kind first, then by name. */
  public List<LoopLimit> loopLimits(AlertKind rule) {
    List<LoopLimit> limits = new ArrayList<>();
    new TreeMap<>(byKind(rule))
        .forEach((kind, limit) -> limits.add(new LoopLimit(kind, true, text(rule, limit))));
    new TreeMap<>(byName(rule))
        .forEach((name, limit) -> limits.add(new LoopLimit(name, false, text(rule, limit))));
    return limits;
  }

  /**
   * Sets the limit for some loops as typed; false when it is none.
   *
   * @param kind whether {@code which} is a kind of loops; otherwise a loop or a group by its name
   */
  public boolean setLoopLimit(AlertKind rule, String which, boolean kind, String typed) {
    if (which.isBlank()) {
      problem.set("Name the loops: a kind such as netty-nio, a group, or one loop.");
      return false;
    }
    long limit = parse(rule, typed);
    if (limit <= 0) {
      return false;
    }
    changeLoops(rule, kind, limits -> limits.put(which.strip(), limit));
    return true;
  }

  public void removeLoopLimit(AlertKind rule, String which, boolean kind) {
    changeLoops(rule, kind, limits -> limits.remove(which));
  }

  private Map<String, Long> byKind(AlertKind rule) {
    return rule == AlertKind.BLOCKED
        ? preferences.get().limits().nanosByKind()
        : alerts().rule(rule).limitByKind();
  }

  private Map<String, Long> byName(AlertKind rule) {
    return rule == AlertKind.BLOCKED
        ? preferences.get().limits().nanosByName()
        : alerts().rule(rule).limitByName();
  }

  private void changeLoops(AlertKind rule, boolean kind, Consumer<Map<String, Long>> change) {
    Map<String, Long> kinds = new HashMap<>(byKind(rule));
    Map<String, Long> names = new HashMap<>(byName(rule));
    change.accept(kind ? kinds : names);
    if (rule == AlertKind.BLOCKED) {
      preferences.change(
          old -> old.withLimits(new RunLimits(old.limits().defaultNanos(), kinds, names)));
    } else {
      changeRule(rule, old -> old.withLimits(kinds, names));
    }
  }

  /** A time of the alerts in seconds, to be changed. */
  public enum Seconds {
    QUIET,
    CLIP_BEFORE,
    CLIP_AFTER
  }

  public String seconds(Seconds which) {
    long nanos =
        switch (which) {
          case QUIET -> alerts().quietNanos();
          case CLIP_BEFORE -> alerts().clipBeforeNanos();
          case CLIP_AFTER -> alerts().clipAfterNanos();
        };
    return number(nanos / NANOS_PER_SECOND);
  }

  /** Sets a time as typed; false when it is none. */
  public boolean setSeconds(Seconds which, String typed) {
    double seconds = number(typed);
    if (!(seconds >= 0) || seconds > MAX_SECONDS) {
      problem.set("\"" + typed.strip() + "\" is not a number of seconds up to an hour.");
      return false;
    }
    problem.set("");
    long nanos = Math.round(seconds * NANOS_PER_SECOND);
    changeAlerts(
        old ->
            switch (which) {
              case QUIET -> old.withQuiet(nanos);
              case CLIP_BEFORE -> old.withClips(old.clips(), nanos, old.clipAfterNanos());
              case CLIP_AFTER -> old.withClips(old.clips(), old.clipBeforeNanos(), nanos);
            });
    return true;
  }

  public boolean clips() {
    return alerts().clips();
  }

  public void setClips(boolean keep) {
    changeAlerts(old -> old.withClips(keep, old.clipBeforeNanos(), old.clipAfterNanos()));
  }

  public boolean notifications() {
    return preferences.get().telling().notifications();
  }

  public void setNotifications(boolean wanted) {
    preferences.change(old -> old.withTelling(old.telling().withNotifications(wanted)));
  }

  /** How many groups are muted. */
  public int muted() {
    return alerts().muted().size();
  }

  public void unmuteAll() {
    changeAlerts(
        old -> {
          AlertSettings next = old;
          for (var key : old.muted()) {
            next = next.withMuted(key, false);
          }
          return next;
        });
  }

  private AlertSettings alerts() {
    return preferences.get().alerts();
  }

  private void changeAlerts(UnaryOperator<AlertSettings> change) {
    confinement.check();
    preferences.change(old -> old.withAlerts(change.apply(old.alerts())));
  }

  private void changeRule(AlertKind rule, UnaryOperator<RuleSettings> change) {
    changeAlerts(old -> old.withRule(rule, change.apply(old.rule(rule))));
  }

  private static String text(AlertKind rule, long limit) {
    return limit == 0 ? "" : isTime(rule) ? number(limit / NANOS_PER_MILLI) : Long.toString(limit);
  }

  private static boolean isTime(AlertKind rule) {
    return rule == AlertKind.BLOCKED || RuleSettings.unit(rule) == Unit.NANOS;
  }

  private long parse(AlertKind rule, String typed) {
    double value = number(typed);
    if (isTime(rule)) {
      if (!(value > 0) || value > MAX_MILLIS) {
        problem.set("\"" + typed.strip() + "\" is not a number of milliseconds up to an hour.");
        return 0;
      }
      problem.set("");
      return Math.max(1, Math.round(value * NANOS_PER_MILLI));
    }
    if (!(value >= 1) || value > MAX_COUNT || value != Math.rint(value)) {
      problem.set("\"" + typed.strip() + "\" is not a whole number from 1 up.");
      return 0;
    }
    problem.set("");
    return (long) value;
  }

  private static double number(String typed) {
    try {
      return Double.parseDouble(typed.strip());
    } catch (NumberFormatException e) {
      return Double.NaN; // refused with a sentence by the caller
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** What is wrong with the last input; empty when it was taken. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
