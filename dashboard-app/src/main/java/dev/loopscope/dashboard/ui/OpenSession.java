package dev.loopscope.dashboard.ui;

import atlantafx.base.controls.Notification;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.settings.Preferences;
import dev.loopscope.dashboard.ui.settings.PreferencesModel;
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
  private final boolean recordsSomething;
  private long savedVersion;

  OpenSession(
      Session session,
      SessionWindow window,
      Background background,
      PreferencesModel preferences,
      Toasts toasts) {
    this.session = session;
    this.window = window;
    this.background = background;
    this.preferences = preferences;
    this.toasts = toasts;
    recordsSomething = session.isLive();
    savedVersion = -1;
  }

  Session session() {
    return session;
  }

  SessionWindow window() {
    return window;
  }

  /** Whether closing would lose what was recorded. */
  boolean isUnsaved() {
    return recordsSomething && savedVersion < 0 && !session.trace().extent().isEmpty();
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

  /** Sends the limits to the agent, in the background. */
  void applyLimits(Preferences wanted) {
    if (!session.isLive()) {
      return;
    }
    background
        .work()
        .execute(
            () -> {
              try {
                session.configure(wanted.agentSettings(session.trace().settings()));
              } catch (RuntimeException e) {
                background
                    .fx()
                    .execute(
                        () ->
                            toasts.warning(
                                "The limits did not reach the agent: " + e.getMessage()));
              }
            });
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
