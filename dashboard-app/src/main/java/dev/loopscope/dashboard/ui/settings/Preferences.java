package dev.loopscope.dashboard.ui.settings;

import dev.loopscope.dashboard.alert.AlertSettings;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import dev.loopscope.dashboard.ui.source.SourceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the user prefers and what the window remembers.
 *
 * @param theme colours
 * @param timeDisplay how moments are written
 * @param limits how long a run may take
 * @param alerts what is worth an alert
 * @param telling how the user is told of one
 * @param source how a line of source is opened
 * @param askBeforeClosing whether closing a live session that was not saved asks first
 * @param recent recordings opened or saved, newest first
 * @param window where the window was
 */
public record Preferences(
    Theme theme,
    TimeDisplay timeDisplay,
    RunLimits limits,
    AlertSettings alerts,
    Telling telling,
    SourceSettings source,
    boolean askBeforeClosing,
    List<Path> recent,
    WindowPlace window) {

  /** How many recordings are remembered. */
  public static final int MAX_RECENT = 12;

  public static final Preferences DEFAULT =
      new Preferences(
          Theme.LIGHT,
          TimeDisplay.SINCE_START,
          RunLimits.DEFAULT,
          AlertSettings.DEFAULT,
          Telling.DEFAULT,
          SourceSettings.NONE,
          true,
          List.of(),
          WindowPlace.DEFAULT);

  public Preferences {
    recent = List.copyOf(recent);
  }

  public Preferences withTheme(Theme next) {
    return with(change -> change.theme = next);
  }

  public Preferences withTimeDisplay(TimeDisplay next) {
    return with(change -> change.timeDisplay = next);
  }

  public Preferences withLimits(RunLimits next) {
    return with(change -> change.limits = next);
  }

  public Preferences withAlerts(AlertSettings next) {
    return with(change -> change.alerts = next);
  }

  public Preferences withTelling(Telling next) {
    return with(change -> change.telling = next);
  }

  public Preferences withSource(SourceSettings next) {
    return with(change -> change.source = next);
  }

  public Preferences withAskBeforeClosing(boolean next) {
    return with(change -> change.askBeforeClosing = next);
  }

  public Preferences withWindow(WindowPlace next) {
    return with(change -> change.window = next);
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
    return with(change -> change.recent = next);
  }

  private Preferences with(Consumer<Change> what) {
    Change change = new Change(this);
    what.accept(change);
    return change.done();
  }

  /** These preferences while one of them is replaced. */
  private static final class Change {
    Theme theme;
    TimeDisplay timeDisplay;
    RunLimits limits;
    AlertSettings alerts;
    Telling telling;
    SourceSettings source;
    boolean askBeforeClosing;
    List<Path> recent;
    WindowPlace window;

    Change(Preferences old) {
      theme = old.theme;
      timeDisplay = old.timeDisplay;
      limits = old.limits;
      alerts = old.alerts;
      telling = old.telling;
      source = old.source;
      askBeforeClosing = old.askBeforeClosing;
      recent = old.recent;
      window = old.window;
    }

    Preferences done() {
      return new Preferences(
          theme, timeDisplay, limits, alerts, telling, source, askBeforeClosing, recent, window);
    }
  }
}
