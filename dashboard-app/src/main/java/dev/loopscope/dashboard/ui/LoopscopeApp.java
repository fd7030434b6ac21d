package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.alert.SettledNotices;
import dev.loopscope.dashboard.alert.webhook.Webhook;
import dev.loopscope.dashboard.session.ProcessList;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Themes;
import dev.loopscope.dashboard.ui.common.Ticker;
import dev.loopscope.dashboard.ui.notify.DesktopMessages;
import dev.loopscope.dashboard.ui.notify.Notice;
import dev.loopscope.dashboard.ui.notify.NoticeBoard;
import dev.loopscope.dashboard.ui.notify.NoticeTeller;
import dev.loopscope.dashboard.ui.settings.Preferences;
import dev.loopscope.dashboard.ui.settings.PreferencesModel;
import dev.loopscope.dashboard.ui.settings.Theme;
import dev.loopscope.dashboard.ui.source.ProgramStart;
import dev.loopscope.dashboard.ui.source.SourceOpener;
import dev.loopscope.dashboard.ui.start.Opening;
import dev.loopscope.dashboard.ui.start.SessionSource;
import dev.loopscope.dashboard.ui.start.StartView;
import dev.loopscope.dashboard.ui.start.StartViewModel;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * The application in one window: the start page, or a session. Everything is wired here, by
 * constructors. FX thread.
 */
public final class LoopscopeApp implements AppKeys.Actions, StartView.Actions {

  /** What the application is given. */
  public record Services(
      SessionOpener opener,
      ProcessList processes,
      PreferencesModel preferences,
      Background background,
      SessionWindow.TimelineFactory timelines,
      CurrentAlertSettings alertSettings,
      Webhook webhook,
      ProgramStart programs,
      DesktopMessages messages) {}

  private static final String NAME = "Loopscope";
  private static final double NOTICE_MILLIS = 100;

  private final Services services;
  private final PreferencesModel preferences;
  private final FileChoices files;
  private final AppRoot root = new AppRoot();
  private final Opening opening;
  private final SourceOpener source;
  private final NoticeBoard notices;
  private final SettingsPages pages;
  private final StartViewModel startModel;
  private final StartView start;
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(NAME);
  private @Nullable OpenSession open;

  public LoopscopeApp(Services services, FileChoices files) {
    this.services = services;
    this.files = files;
    preferences = services.preferences();
    opening = new Opening(services.opener(), services.background(), this::opened);
    source =
        new SourceOpener(
            () -> preferences.get().source(),
            services.programs(),
            services.background().work(),
            services.background().fx(),
            root.toasts()::warning);
    notices =
        new NoticeBoard(
            this::isInUse,
            this::showNotice,
            services.messages(),
            services.background(),
            root.toasts()::warning);
    services.alertSettings().set(preferences.get().alerts());
    pages = new SettingsPages(preferences, services.webhook(), root);
    pages.useSavedWebhook();
    OpeningToasts.tell(
        opening,
        root.toasts(),
        () -> open != null,
        readable -> whenSafe(() -> opening.begin(readable)));
    startModel =
        new StartViewModel(services.processes(), preferences, opening, services.background());
    start = new StartView(startModel, this);
    root.getStyleClass().add("loopscope");
    FileDrop.accept(root, this::openFile);
    preferences
        .preferencesProperty()
        .addListener((property, old, now) -> preferencesChanged(old, now));
    preferences
        .problemProperty()
        .subscribe(
            problem -> {
              if (!problem.isEmpty()) {
                root.toasts().warning(problem);
              }
            });
    Themes.use(preferences.get().theme() == Theme.DARK);
    showStart();
  }

  /** What a scene shows. */
  public Parent root() {
    return root;
  }

  /** What a title bar says: the session, if there is one, and the application. */
  ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** Makes the keys work in the scene that shows {@link #root()}. */
  public void installKeys(Scene scene) {
    AppKeys.install(scene, this);
  }

  /** Starts to open something, as if the user had chosen it. */
  public void begin(SessionSource source) {
    opening.begin(source);
  }

  /** The session in the window; null on the start page. */
  @Nullable OpenSession openSession() {
    return open;
  }

  private void showStart() {
    title.set(NAME);
    root.show(start);
    start.focusFilter();
  }

  private void opened(SessionSource source, Session session) {
    closeQuietly();
    SessionWindow window =
        new SessionWindow(
            session,
            this,
            new SessionWindow.Parts(
                services.background(),
                services.timelines(),
                () -> preferences.get().timeDisplay()));
    window.setDividers(
        preferences.get().window().timelineShare(), preferences.get().window().detailsShare());
    window.timeline().useDark(preferences.get().theme() == Theme.DARK);
    OpenSession next =
        new OpenSession(
            session,
            window,
            services.background(),
            preferences,
            root.toasts(),
            new SessionLimits(session.trace().settings(), source.givesLimits()));
    open = next;
    if (session.isLive()) {
      NoticeTeller teller =
          new NoticeTeller(
              session.alerts(),
              session.title(),
              () -> settledNanos(session),
              () -> preferences.get().telling().notifications(),
              notices);
      Ticker.whileShown(window, NOTICE_MILLIS, teller::tell);
    }
    if (source instanceof SessionSource.Recording recording) {
      preferences.change(old -> old.withRecent(recording.path()));
    } else {
      next.applyLimits(preferences.get().limits());
    }
    title.set(session.title() + " – " + NAME);
    root.show(window);
    window.applyCss(); // split panes take their parts in only now, and only then can one have focus
    window.timeline().node().requestFocus();
  }

  /** The newest time; when the session is over, beyond what could still take an alert back. */
  private static long settledNanos(Session session) {
    long newest = session.trace().extent().toNanos();
    return session.status().phase() == Phase.LIVE ? newest : newest + SettledNotices.SETTLING_NANOS;
  }

  private boolean isInUse() {
    Scene scene = root.getScene();
    return scene != null && scene.getWindow() != null && scene.getWindow().isFocused();
  }

  private void showNotice(Notice notice) {
    root.toasts()
        .notice(
            notice.text(),
            "Show",
            () -> {
              if (open != null) {
                open.window().showAlert(notice.alert());
              }
            });
  }

  private void preferencesChanged(Preferences old, Preferences now) {
    services.alertSettings().set(now.alerts());
    if (old.theme() != now.theme()) {
      Themes.use(now.theme() == Theme.DARK);
      if (open != null) {
        open.window().timeline().useDark(now.theme() == Theme.DARK);
      }
    }
    if (!old.limits().equals(now.limits()) && open != null) {
      open.limitsChanged(old.limits(), now.limits());
    }
  }

  @Override
  public void save() {
    if (open != null) {
      save(open, () -> {});
    }
  }

  private void save(OpenSession session, Runnable saved) {
    Path target = files.chooseTarget(session.suggestedName());
    if (target != null) {
      session.saveTo(target, saved);
    }
  }

  @Override
  public void open() {
    chooseFile();
  }

  @Override
  public void chooseFile() {
    Path file = files.chooseRecording();
    if (file != null) {
      openFile(file);
    }
  }

  /** What is shown stays until the file is open; what is live gives way to a whole file only. */
  private void openFile(Path file) {
    whenSafe(() -> startModel.open(file, open != null && open.session().isLive()));
  }

  @Override
  public void closeSession() {
    if (open != null) {
      whenSafe(
          () -> {
            closeQuietly();
            showStart();
          });
    }
  }

  /**
   * Ends the session, if there is one, after asking where that would lose something.
   *
   * @param done called when nothing is open any more, with the end of the detaching
   */
  void leave(Consumer<CompletableFuture<@Nullable Void>> done) {
    whenSafe(() -> done.accept(closeOpen()));
  }

  /** Runs {@code action} at once, or after the question about an unsaved session was answered. */
  private void whenSafe(Runnable action) {
    OpenSession session = open;
    if (session == null || !session.isUnsaved() || !preferences.get().askBeforeClosing()) {
      action.run();
      return;
    }
    root.showBox(
        new CloseQuestion(
            session.session().title(),
            session.session().status().phase() != Phase.LIVE,
            session.wasSaved(),
            choice -> {
              root.hideBox();
              if (!choice.askAgain()) {
                preferences.change(old -> old.withAskBeforeClosing(false));
              }
              switch (choice.answer()) {
                case SAVE -> save(session, action);
                case DISCARD -> action.run();
                case STAY -> session.window().requestFocus();
              }
            }));
  }

  /** Ends the session; how that went is told in the window. */
  private void closeQuietly() {
    CompletableFuture<@Nullable Void> unused = closeOpen();
  }

  private CompletableFuture<@Nullable Void> closeOpen() {
    OpenSession session = open;
    if (session == null) {
      return CompletableFuture.completedFuture(null);
    }
    open = null;
    SessionWindow window = session.window();
    preferences.change(
        old -> old.withWindow(old.window().withShares(window.timelineShare(), window.tabsShare())));
    CompletableFuture<@Nullable Void> closed = session.close();
    return closed.whenCompleteAsync(
        (nothing, failure) -> {
          if (failure != null) {
            root.toasts().warning("The session did not close cleanly: " + failure.getMessage());
          }
        },
        services.background().fx());
  }

  @Override
  public void toggleTheme() {
    preferences.change(old -> old.withTheme(old.theme().other()));
  }

  private @Nullable Trace trace() {
    return open == null ? null : open.session().trace();
  }

  @Override
  public void showSettings() {
    pages.showSettings(trace());
  }

  @Override
  public void mute(AlertKey key, boolean mute) {
    preferences.change(old -> old.withAlerts(old.alerts().withMuted(key, mute)));
  }

  @Override
  public void showAlertRules() {
    pages.showAlertRules(trace());
  }

  @Override
  public void openClip(Path clip) {
    openFile(clip);
  }

  @Override
  public void openSource(StackFrame frame) {
    source.accept(frame);
  }

  @Override
  public void showHelp() {
    root.showBox(new HelpOverlay(root::hideBox));
  }

  @Override
  public void togglePause() {
    if (open != null && !root.isBoxShown()) {
      open.window().togglePause();
    }
  }

  @Override
  public void focusSearch() {
    if (open != null && !root.isBoxShown()) {
      open.window().focusSearch();
    }
  }

  @Override
  public void focusFilter() {
    if (open != null && !root.isBoxShown()) {
      open.window().focusFilter();
    }
  }

  @Override
  public void clear() {
    if (root.isBoxShown()) {
      root.hideBox();
    } else if (open != null) {
      open.window().clear();
    }
  }
}
