package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Themes;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Renders the window over a session as a picture, exactly as it would be shown. */
public final class SessionPicture {

  private static final int SETTLING_PULSES = 12;

  /** A live session is never quite settled: after this long it is taken as it is. */
  private static final long LIVE_NANOS = 2_000_000_000L;

  private static final long TIMEOUT_SECONDS = 60;

  private final SessionWindow.TimelineFactory timelines;

  public SessionPicture(SessionWindow.TimelineFactory timelines) {
    this.timelines = timelines;
  }

  /**
   * How the picture looks.
   *
   * @param span what the timeline shows, null for what it shows by itself
   * @param byFlow whether a lane is a flow
   * @param tab title of the tab in front
   */
  public record Look(
      int width, int height, @Nullable TimeSpan span, boolean byFlow, boolean dark, String tab) {}

  /**
   * Prepares JavaFX to run without a display; must come before anything else of JavaFX. Does
   * nothing to settings that are there already.
   */
  public static void withoutDisplay() {
    setUnlessSet("glass.platform", "Monocle");
    setUnlessSet("monocle.platform", "Headless");
    setUnlessSet("prism.order", "sw");
    setUnlessSet("headless.geometry", "7680x4320-32");
    setUnlessSet("java.awt.headless", "true");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /**
   * Writes the PNG; returns when it is there. JavaFX must run; not for its thread.
   *
   * @throws IOException when the file cannot be written, or the window was not ready in time
   */
  public void write(Session session, Path file, Look look)
      throws IOException, InterruptedException {
    CompletableFuture<BufferedImage> picture = new CompletableFuture<>();
    Platform.runLater(() -> begin(session, look, picture));
    BufferedImage image;
    try {
      image = picture.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("The window could not be rendered: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException("The window was not ready after " + TIMEOUT_SECONDS + " s.", e);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (!ImageIO.write(image, "png", file.toFile())) {
      throw new IOException("This Java runtime cannot write PNG files.");
    }
  }

  private void begin(Session session, Look look, CompletableFuture<BufferedImage> picture) {
    try {
      Themes.use(look.dark());
      Background background = WorkThreads.start();
      SessionWindow window =
          new SessionWindow(
              session,
              NoActions.INSTANCE,
              new SessionWindow.Parts(background, timelines, () -> TimeDisplay.SINCE_START));
      Scene scene = new Scene(window, look.width(), look.height());
      Themes.dress(scene);
      Stage stage = new Stage();
      stage.setScene(scene);
      stage.show();
      window.timeline().useDark(look.dark());
      window.chooseLanes(look.byFlow());
      if (look.span() != null) {
        window.timeline().show(look.span());
      }
      window.openTab(look.tab());
      long patience = session.status().phase() == Phase.LIVE ? LIVE_NANOS : Long.MAX_VALUE;
      takeWhenSettled(stage, scene, window, patience, picture);
    } catch (RuntimeException e) {
      picture.completeExceptionally(e);
    }
  }

  private static void takeWhenSettled(
      Stage stage,
      Scene scene,
      SessionWindow window,
      long patienceNanos,
      CompletableFuture<BufferedImage> picture) {
    new AnimationTimer() {
      private int quiet;
      private long begun;

      @Override
      public void handle(long now) {
        begun = begun == 0 ? now : begun;
        quiet = window.isSettled() ? quiet + 1 : 0;
        if (quiet < SETTLING_PULSES && now - begun < patienceNanos) {
          return;
        }
        stop();
        try {
          picture.complete(SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        } catch (RuntimeException e) {
          picture.completeExceptionally(e);
        } finally {
          stage.hide();
          stage.setScene(null);
        }
      }
    }.start();
  }
}
