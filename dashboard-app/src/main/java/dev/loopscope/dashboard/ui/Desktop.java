package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.alert.webhook.Webhook;
import dev.loopscope.dashboard.session.ProcessList;
import dev.loopscope.dashboard.session.SessionOpener;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.notify.DesktopMessages;
import dev.loopscope.dashboard.ui.settings.PreferencesFile;
import dev.loopscope.dashboard.ui.settings.PreferencesModel;
import dev.loopscope.dashboard.ui.source.ProgramStart;
import dev.loopscope.dashboard.ui.start.SessionSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Brings the dashboard onto the desktop: from a plain thread to the FX thread and back. */
public final class Desktop {

  private final SessionOpener opener;
  private final ProcessList processes;
  private final CurrentAlertSettings alertSettings;
  private final Webhook webhook;
  private final PreferencesFile preferencesFile;
  private final SessionWindow.TimelineFactory timelines;

  public Desktop(
      SessionOpener opener,
      ProcessList processes,
      CurrentAlertSettings alertSettings,
      Webhook webhook,
      PreferencesFile preferencesFile,
      SessionWindow.TimelineFactory timelines) {
    this.opener = opener;
    this.processes = processes;
    this.alertSettings = alertSettings;
    this.webhook = webhook;
    this.preferencesFile = preferencesFile;
    this.timelines = timelines;
  }

  /**
   * Shows the dashboard and returns when its window is closed and its session has ended. Not for
   * the FX thread; once in a program.
   *
   * @param first what it opens with; null for the start page
   * @throws UnsupportedOperationException when there is no display or GTK 3 is missing, as JavaFX
   *     says it
   */
  public void show(@Nullable SessionSource first) throws InterruptedException {
    PreferencesFile.Loaded loaded = preferencesFile.load();
    Background background = WorkThreads.start();
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    Platform.startup(
        () -> {
          try {
            PreferencesModel preferences =
                new PreferencesModel(preferencesFile, loaded, background.work(), background.fx());
            LoopscopeApp.Services services =
                new LoopscopeApp.Services(
                    opener,
                    processes,
                    preferences,
                    background,
                    timelines,
                    alertSettings,
                    webhook,
                    ProgramStart.real(),
                    DesktopMessages.of(System.getProperty("os.name", ""), ProgramStart.real()));
            new DashboardStage(services, closed::countDown).show(first);
          } catch (RuntimeException e) {
            failure.set(e);
            closed.countDown();
          }
        });
    Platform.setImplicitExit(false);
    closed.await();
    Platform.exit();
    RuntimeException problem = failure.get();
    if (problem != null) {
      throw problem;
    }
  }
}
