package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Themes;
import dev.loopscope.dashboard.ui.settings.Preferences;
import dev.loopscope.dashboard.ui.settings.PreferencesModel;
import dev.loopscope.dashboard.ui.settings.WindowPlace;
import dev.loopscope.dashboard.ui.start.SessionSource;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/** The application in a window of the desktop that remembers its place. FX thread. */
final class DashboardStage {

  private static final long DETACH_SECONDS = 5;
  private static final double GRIP = 80;

  private final Stage stage = new Stage();
  private final PreferencesModel preferences;
  private final Background background;
  private final LoopscopeApp app;
  private final Runnable gone;

  /**
   * A window that is not shown yet.
   *
   * @param gone called on a background thread when it was closed and the session has ended, or has
   *     had its time to
   */
  DashboardStage(LoopscopeApp.Services services, Runnable gone) {
    preferences = services.preferences();
    background = services.background();
    this.gone = gone;
    app = new LoopscopeApp(services, new StageFileChoices(stage));
    Scene scene = new Scene(app.root());
    Themes.dress(scene);
    app.installKeys(scene);
    stage.setScene(scene);
    stage.titleProperty().bind(app.titleProperty());
    stage.setMinWidth(WindowPlace.MIN_WIDTH);
    stage.setMinHeight(WindowPlace.MIN_HEIGHT);
    stage.setOnCloseRequest(this::closeRequested);
  }

  void show(@Nullable SessionSource first) {
    place(preferences.get().window());
    stage.show();
    if (first != null) {
      app.begin(first);
    }
  }

  /** Puts the window where it was, unless that place is no longer on any screen. */
  private void place(WindowPlace place) {
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    boolean known = !Double.isNaN(place.x()) && !Double.isNaN(place.y());
    if (known && !Screen.getScreensForRectangle(grip(place)).isEmpty()) {
      stage.setX(place.x());
      stage.setY(place.y());
    }
    stage.setMaximized(place.maximized());
  }

  private static Rectangle2D grip(WindowPlace place) {
    return new Rectangle2D(place.x(), place.y(), GRIP, GRIP);
  }

  private void closeRequested(WindowEvent event) {
    event.consume();
    app.leave(
        closed -> {
          preferences.change(this::withPlace);
          stage.hide();
          background
              .work()
              .execute(
                  () -> {
                    closed
                        .completeOnTimeout(null, DETACH_SECONDS, TimeUnit.SECONDS)
                        .exceptionally(failure -> null) // said in the window before it went
                        .join();
                    gone.run();
                  });
        });
  }

  private Preferences withPlace(Preferences old) {
    WindowPlace before = old.window();
    boolean maximized = stage.isMaximized();
    return old.withWindow(
        new WindowPlace(
            maximized ? before.x() : stage.getX(),
            maximized ? before.y() : stage.getY(),
            maximized ? before.width() : stage.getWidth(),
            maximized ? before.height() : stage.getHeight(),
            maximized,
            before.timelineShare(),
            before.detailsShare()));
  }
}
