package dev.loopscope.dashboard.ui;

import atlantafx.base.controls.Notification;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.settings.Preferences;
import dev.loopscope.dashboard.ui.settings.PreferencesModel;
import dev.loopscope.dashboard.ui.settings.RunLimits;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The session that the window shows: saves it, applies settings to it, closes it. FX thread. */
final class OpenSession {

  private final Session session;
  private final SessionWindow window;
  private final Background background;
  private final PreferencesModel preferences;
  private final Toasts toasts;
  private final SessionLimits limits;
  private final boolean recordsSomething;
  private long savedVersion;

  OpenSession(
      Session session,
      SessionWindow window,
      Background background,
      PreferencesModel preferences,
      Toasts toasts,
      SessionLimits limits) {
    this.session = session;
    this.window = window;
    this.background = background;
    this.preferences = preferences;
    this.toasts = toasts;
    this.limits = limits;
    recordsSomething = session.isLive();
    savedVersion = -1;
  }

  Session session() {
    return session;
  }

  SessionWindow window() {
    return window;
  }

  /** Whether closing would lose what was recorded, or came since it was saved. */
  boolean isUnsaved() {
    return recordsSomething
        && savedVersion != session.trace().version()
        && !session.trace().extent().isEmpty();
  }

  /** Whether some of it is kept. */
  boolean wasSaved() {
    return savedVersion >= 0;
  }

  /** Saves in the background; says how it went, and calls {@code saved} when it went well. */
  void saveTo(Path file, Runnable saved) {
    Notification saving = toasts.info("Saving " + file.getFileName() + " …");
    long version = session.trace().version();
    background
        .work()
        .execute(
            () -> {
              String problem = trySave(file);
              background.fx().execute(() -> saved(file, version, problem, saving, saved));
            });
  }

  private @Nullable String trySave(Path file) {
    try {
      session.saveTo(file);
      return null;
    } catch (IOException | RuntimeException e) {
      String message = e.getMessage();
      return message == null ? e.toString() : message;
    }
  }

  private void saved(
      Path file, long version, @Nullable String problem, Notification saving, Runnable saved) {
    toasts.dismiss(saving);
    if (problem != null) {
      toasts.failure("The session was not saved to " + file + ": " + problem);
      return;
    }
    savedVersion = version;
    preferences.change((Preferences old) -> old.withRecent(file.toAbsolutePath()));
    toasts.success("Saved " + file.getFileName());
    saved.run();
  }

  /**
   * Sends the limits to the agent when it holds to others. The session sends what it is given one
   * after the other, and never makes the caller wait.
   */
  void applyLimits(RunLimits wanted) {
    if (!session.isLive()) {
      return;
    }
    limits.news(wanted).ifPresent(this::configure);
  }

  private void configure(Settings settings) {
    try {
      session.configure(settings);
      limits.told(settings);
    } catch (RuntimeException e) {
      toasts.warning("The limits did not reach the agent: " + e.getMessage());
    }
  }

  /** Takes over limits that the user has just set, or says why they do not hold here. */
  void limitsChanged(RunLimits old, RunLimits now) {
    if (!session.isLive()) {
      return;
    }
    if (limits.areOfCommandLine()) {
      toasts.info(
          "This session keeps the limits of its command line. The changed ones hold from the next"
              + " session on.");
      return;
    }
    if (old.defaultNanos() != now.defaultNanos()) {
      limits.limitForAllWasSet();
    }
    applyLimits(now);
  }

  /** Detaches or closes the file in the background; done when that is done. */
  CompletableFuture<@Nullable Void> close() {
    return CompletableFuture.runAsync(session::close, background.work());
  }

  /** A file name for this session, for example {@code chat-server-pid-4711.loopscope}. */
  String suggestedName() {
    String name = session.title().replaceAll("[^A-Za-z0-9._-]+", "-");
    return (name.isEmpty() ? "session" : name) + ".loopscope";
  }
}
