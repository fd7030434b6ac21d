package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.alert.webhook.Webhook;
import dev.loopscope.dashboard.cli.NoDisplayException;
import dev.loopscope.dashboard.cli.PictureOptions;
import dev.loopscope.dashboard.cli.Screen;
import dev.loopscope.dashboard.cli.StartWith;
import dev.loopscope.dashboard.session.ProcessList;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import dev.loopscope.dashboard.ui.settings.ConfigFolder;
import dev.loopscope.dashboard.ui.settings.PreferencesFile;
import dev.loopscope.dashboard.ui.start.SessionSource;
import dev.loopscope.dashboard.ui.timeline.SessionTimeline;
import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Starts JavaFX: on the real display for a window, without one for a picture. Once a process. */
public final class DesktopScreen implements Screen {

  private final SessionOpener opener;
  private final ProcessList processes;
  private final CurrentAlertSettings alertSettings;
  private final Webhook webhook;

  /**
   * Nothing is started yet.
   *
   * @param alertSettings what {@code opener}'s sessions hold to; the window changes it
   * @param webhook gets the address that the user sets
   */
  public DesktopScreen(
      SessionOpener opener,
      ProcessList processes,
      CurrentAlertSettings alertSettings,
      Webhook webhook) {
    this.opener = opener;
    this.processes = processes;
    this.alertSettings = alertSettings;
    this.webhook = webhook;
  }

  @Override
  public void show(StartWith first) throws NoDisplayException, InterruptedException {
    String missing = DisplayCheck.missing();
    if (!missing.isEmpty()) {
      throw new NoDisplayException(missing, null);
    }
    ClassPathNotice.silence();
    Path settings =
        ConfigFolder.of(
                System.getenv(),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home")))
            .resolve("settings.json");
    try {
      new Desktop(
              opener,
              processes,
              alertSettings,
              webhook,
              new PreferencesFile(settings),
              SessionTimeline::new)
          .show(source(first));
    } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
      throw new NoDisplayException(
          "The display cannot be used ("
              + e.getMessage()
              + "). Check DISPLAY and that GTK 3 is"
              + " installed (sudo apt-get install -y libgtk-3-0), or use --headless.",
          e);
    }
  }

  private static @Nullable SessionSource source(StartWith first) {
    if (first instanceof StartWith.Attach attach) {
      return new SessionSource.Jvm(attach.pid(), "the process", attach.extras());
    }
    if (first instanceof StartWith.Replay replay) {
      return new SessionSource.Recording(replay.file());
    }
    return first instanceof StartWith.Demo ? new SessionSource.Demo() : null;
  }

  @Override
  public void picture(Session session, Path file, PictureOptions options)
      throws IOException, InterruptedException {
    SessionPicture.withoutDisplay();
    ClassPathNotice.silence();
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      new SessionPicture(SessionTimeline::new).write(session, file, look(session, options));
    } finally {
      Platform.exit();
    }
  }

  private static SessionPicture.Look look(Session session, PictureOptions options) {
    boolean byFlow = options.lanes() == PictureOptions.Lanes.FLOW;
    return new SessionPicture.Look(
        options.width(),
        options.height(),
        options.span() == null ? session.trace().extent() : options.span(),
        byFlow,
        options.dark(),
        byFlow ? "Flows" : "Alerts");
  }
}
