package dev.loopscope.dashboard.benchmark;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.ui.SessionActions;
import dev.loopscope.dashboard.ui.SessionWindow;
import dev.loopscope.dashboard.ui.alerts.AlertRow;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Themes;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import dev.loopscope.dashboard.ui.timeline.SessionTimeline;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableRow;
import javafx.stage.Stage;

/**
 * The window over a session, without a screen, and a look at each picture of it: which alerts the
 * session has, and which are in the table.
 */
final class AlertWatch implements AutoCloseable {

  /**
   * An alert that was there when a picture was laid out.
   *
   * @param atNanos when that was
   * @param runFromNanos when the alert's run began
   * @param sentence what it said
   */
  record Seen(long atNanos, long runFromNanos, String sentence) {}

  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;

  private final Session session;
  private final List<Seen> inSession = new ArrayList<>();
  private final List<Seen> inTable = new ArrayList<>();
  private final SessionWindow window;
  private final Stage stage = new Stage();

  /** FX thread. */
  private AlertWatch(Session session) {
    this.session = session;
    Background background = new Background(ForkJoinPool.commonPool(), Platform::runLater);
    window =
        new SessionWindow(
            session,
            new NoActions(),
            new SessionWindow.Parts(
                background, SessionTimeline::new, () -> TimeDisplay.SINCE_START));
    Scene scene = new Scene(window, WIDTH, HEIGHT);
    Themes.use(false);
    Themes.dress(scene);
    window.openTab("Alerts");
    scene.addPostLayoutPulseListener(this::look);
    stage.setScene(scene);
    stage.show();
  }

  /** Shows the window; returns when it is shown. */
  static AlertWatch over(Session session) {
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("headless.geometry", WIDTH + "x" + HEIGHT + "-32");
    CompletableFuture<AlertWatch> watch = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            watch.complete(new AlertWatch(session));
          } catch (RuntimeException e) {
            watch.completeExceptionally(e);
          }
        });
    return watch.join();
  }

  /** After each layout, so what is there will be in the picture that is drawn next. */
  private synchronized void look() {
    long now = System.nanoTime();
    session.alerts().alerts().forEach(alert -> note(now, alert, inSession));
    for (Node node : window.lookupAll(".tree-table-row-cell")) {
      if (node instanceof TreeTableRow<?> row && row.getItem() instanceof AlertRow shown) {
        note(now, shown.alert(), inTable);
      }
    }
  }

  private static void note(long now, Alert alert, List<Seen> seen) {
    boolean known =
        seen.stream()
            .anyMatch(
                row ->
                    row.runFromNanos() == alert.fromNanos()
                        && row.sentence().equals(alert.sentence()));
    if (alert.rule() == AlertKind.BLOCKED && !known) {
      seen.add(new Seen(now, alert.fromNanos(), alert.sentence()));
    }
  }

  /** The first picture of each alert that could have shown it. */
  synchronized List<Seen> raised() {
    return firstNaming("", inSession);
  }

  /** The first picture of each alert in which the table had its row. */
  synchronized List<Seen> rows() {
    return firstNaming("", inTable);
  }

  /** The first picture of each alert in which its row said this. */
  synchronized List<Seen> rowsNaming(String words) {
    return firstNaming(words, inTable);
  }

  private static List<Seen> firstNaming(String words, List<Seen> seen) {
    Map<Long, Seen> first = new LinkedHashMap<>();
    for (Seen row : seen) {
      if (row.sentence().contains(words)) {
        first.putIfAbsent(row.runFromNanos(), row);
      }
    }
    return List.copyOf(first.values());
  }

  /** Closes the window; the session is the caller's. */
  @Override
  public void close() {
    CompletableFuture<Boolean> hidden = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          stage.hide();
          hidden.complete(true);
        });
    hidden.join();
  }

  private static final class NoActions implements SessionActions {
    @Override
    public void save() {}

    @Override
    public void closeSession() {}

    @Override
    public void toggleTheme() {}

    @Override
    public void showSettings() {}

    @Override
    public void showHelp() {}

    @Override
    public void mute(AlertKey key, boolean mute) {}

    @Override
    public void showAlertRules() {}

    @Override
    public void openClip(Path clip) {}

    @Override
    public void openSource(StackFrame frame) {}
  }
}
