package dev.loopscope.dashboard.ui.settings;

import dev.loopscope.dashboard.ui.common.TimeDisplay;
import dev.loopscope.protocol.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the user prefers and what the window remembers.
 *
 * @param theme colours
 * @param timeDisplay how moments are written
 * @param defaultLimitNanos a run longer than this is an alert
 * @param limitNanosByKind limits of single loop kinds
 * @param askBeforeClosing whether closing a live session that was not saved asks first
 * @param recent recordings opened or saved, newest first
 * @param window where the window was
 */
public record Preferences(
    Theme theme,
    TimeDisplay timeDisplay,
    long defaultLimitNanos,
    Map<String, Long> limitNanosByKind,
    boolean askBeforeClosing,
    List<Path> recent,
    WindowPlace window) {

  /** How many recordings are remembered. */
  public static final int MAX_RECENT = 12;

  public static final Preferences DEFAULT =
      new Preferences(
          Theme.LIGHT,
          TimeDisplay.SINCE_START,
          Settings.DEFAULT_LIMIT_NANOS,
          Map.of(),
          true,
          List.of(),
          WindowPlace.DEFAULT);

  public Preferences {
    limitNanosByKind = Map.copyOf(limitNanosByKind);
    recent = List.copyOf(recent);
  }

  public Preferences withTheme(Theme next) {
    return new Preferences(
        next, timeDisplay, defaultLimitNanos, limitNanosByKind, askBeforeClosing, recent, window);
  }

  public Preferences withTimeDisplay(TimeDisplay next) {
    return new Preferences(
        theme, next, defaultLimitNanos, limitNanosByKind, askBeforeClosing, recent, window);
  }

  public Preferences withLimits(long defaultNanos, Map<String, Long> byKind) {
    return new Preferences(
        theme, timeDisplay, defaultNanos, byKind, askBeforeClosing, recent, window);
  }

  public Preferences withAskBeforeClosing(boolean next) {
    return new Preferences(
        theme, timeDisplay, defaultLimitNanos, limitNanosByKind, next, recent, window);
  }

  public Preferences withWindow(WindowPlace next) {
    return new Preferences(
        theme, timeDisplay, defaultLimitNanos, limitNanosByKind, askBeforeClosing, recent, next);
  }

  /** With {@code file} as the newest recent recording. */
  public Preferences withRecent(Path file) {
    List<Path> next = new ArrayList<>(recent);
    next.remove(file);
    next.add(0, file);
    return withRecent(next.subList(0, Math.min(MAX_RECENT, next.size())));
  }

  public Preferences withoutRecent(Path file) {
    return withRecent(recent.stream().filter(kept -> !kept.equals(file)).toList());
  }

  private Preferences withRecent(List<Path> next) {
    return new Preferences(
        theme, timeDisplay, defaultLimitNanos, limitNanosByKind, askBeforeClosing, next, window);
  }

  /** What the agent is asked to do: these limits, and {@code current}'s budget. */
  public Settings agentSettings(Settings current) {
    return new Settings(defaultLimitNanos, limitNanosByKind, current.eventsPerSecond());
  }
}
