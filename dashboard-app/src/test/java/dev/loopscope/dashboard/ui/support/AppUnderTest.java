package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.alert.webhook.Webhook;
import dev.loopscope.dashboard.session.AttachableProcess;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import dev.loopscope.dashboard.ui.FileChoices;
import dev.loopscope.dashboard.ui.LoopscopeApp;
import dev.loopscope.dashboard.ui.SessionWindow;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.common.Themes;
import dev.loopscope.dashboard.ui.notify.Notice;
import dev.loopscope.dashboard.ui.settings.Preferences;
import dev.loopscope.dashboard.ui.settings.PreferencesFile;
import dev.loopscope.dashboard.ui.settings.PreferencesModel;
import dev.loopscope.dashboard.ui.source.SourceSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The whole application over test doubles, in a stage of a given size. */
public final class AppUnderTest {

  public final TestOpener opener = new TestOpener();
  public final List<AttachableProcess> processes = new CopyOnWriteArrayList<>();
  public final PreferencesFile preferencesFile;
  public final List<StillTimeline> timelines = new ArrayList<>();
  public volatile @Nullable Path target;
  public volatile @Nullable Path chosen;
  public final LoopscopeApp app;
  public final Scene scene;
  private final PreferencesModel preferences;
  public final CurrentAlertSettings alertSettings;
  public final List<Notice> onDesktop = new CopyOnWriteArrayList<>();
  public final Webhook webhook = new Webhook();
  public final NotedPrograms started = new NotedPrograms();

  /** Shows the application over test doubles; FX thread. */
  public AppUnderTest(Stage stage, Path settings, double width, double height) {
    this(stage, settings, width, height, null, null, new CurrentAlertSettings());
  }

  /**
   * Shows the application; FX thread.
   *
   * @param realOpener opens sessions; null for the test double
   * @param realTimelines makes timelines; null for a stand-in
   * @param alertSettings what the sessions hold to
   */
  public AppUnderTest(
      Stage stage,
      Path settings,
      double width,
      double height,
      @Nullable SessionOpener realOpener,
      SessionWindow.@Nullable TimelineFactory realTimelines,
      CurrentAlertSettings alertSettings) {
    this.alertSettings = alertSettings;
    Executor work =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "test-work");
              thread.setDaemon(true);
              return thread;
            });
    Background background = new Background(work, Platform::runLater);
    preferencesFile = new PreferencesFile(settings);
    preferences =
        new PreferencesModel(preferencesFile, preferencesFile.load(), work, Platform::runLater);
    app =
        new LoopscopeApp(
            new LoopscopeApp.Services(
                realOpener == null ? opener : realOpener,
                () -> List.copyOf(processes),
                preferences,
                background,
                realTimelines == null ? this::stillTimeline : realTimelines,
                alertSettings,
                webhook,
                started,
                onDesktop::add),
            new FileChoices() {
              @Override
              public @Nullable Path chooseRecording() {
                return chosen;
              }

              @Override
              public @Nullable Path chooseTarget(String suggestedName) {
                return target;
              }
            });
    scene = new Scene(app.root(), width, height);
    Themes.dress(scene);
    app.installKeys(scene);
    stage.setScene(scene);
    stage.show();
  }

  private StillTimeline stillTimeline(Session session, Selection selection, Background background) {
    StillTimeline timeline = new StillTimeline(session.trace().extent());
    timelines.add(timeline);
    return timeline;
  }

  /** Sets the command that opens source, without source folders; FX thread. */
  public void useSourceCommand(String command) {
    preferences.change(old -> old.withSource(new SourceSettings(command, List.of())));
  }

  /** The preferences in force; FX thread, or while that does nothing. */
  public Preferences preferences() {
    return preferences.get();
  }

  /** The timeline of the session that was opened last. */
  public StillTimeline timeline() {
    return timelines.get(timelines.size() - 1);
  }
}
