package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.analysis.report.AlertFacts;
import dev.loopscope.dashboard.analysis.report.CodePlace;
import dev.loopscope.dashboard.analysis.report.FlowFacts;
import dev.loopscope.dashboard.analysis.report.Report;
import dev.loopscope.dashboard.attach.JvmScan;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.settings.Preferences;
import dev.loopscope.dashboard.ui.settings.PreferencesFile;
import dev.loopscope.dashboard.ui.settings.Theme;
import dev.loopscope.dashboard.ui.support.AppUnderTest;
import dev.loopscope.dashboard.ui.support.Picture;
import dev.loopscope.dashboard.ui.support.WatchedDemo;
import dev.loopscope.dashboard.ui.timeline.SessionTimeline;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole way on real input: the demo in its own JVM, the agent in it, a live session, its file,
 * the window. The pictures of the README are taken here; {@code -Dloopscope.screenshots=FOLDER}
 * says where they go.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class RealSessionTest {

  private static final long TEN_MILLIS = 10_000_000L;
  @TempDir static Path folder;

  private static WatchedDemo demo;
  private static Report report;
  private static Path file;
  private static List<JsonNode> blocks;

  private AppUnderTest test;

  @BeforeAll
  static void watchTheDemo() throws Exception {
    FxToolkit.registerPrimaryStage();
    demo = new WatchedDemo(folder);
    WatchedDemo.await(() -> demo.logged("sleeper").size() >= 4);
    int before = demo.logged("block").size();
    WatchedDemo.await(() -> demo.logged("block").size() > before);
    new SessionPicture(SessionTimeline::new)
        .write(
            demo.session(),
            ReplayOnScreen.PICTURES.resolve("live.png"),
            new SessionPicture.Look(1600, 1000, null, false, false, "Alerts"));
    WatchedDemo.await(() -> demo.logged("block").size() > before + 3);
    // The handler logs before its run ends, and finished runs take a moment to arrive.
    long last = demo.logged("block").stream().mapToLong(RealSessionTest::endNanos).max().orElse(0);
    WatchedDemo.await(() -> demo.session().trace().extent().toNanos() > last + 500_000_000);
    blocks = demo.logged("block"); // the demo goes on after we have left it
    demo.session().finish();
    file = folder.resolve("session.loopscope");
    demo.session().saveTo(file);
    report = Report.of(demo.session().trace(), demo.session().alerts());
  }

  @AfterAll
  static void endTheDemo() {
    demo.close();
  }

  @Start
  void start(Stage stage) {
    test =
        new AppUnderTest(
            stage,
            folder.resolve("settings.json"),
            1600,
            1000,
            WatchedDemo.opener(folder),
            SessionTimeline::new,
            new CurrentAlertSettings());
  }

  @Test
  void reportNamesTheBlockedHandlerItsLoopStartAndDuration() {
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(2);
    for (JsonNode block : blocks) {
      assertThat(alertOf(block).culprit())
          .as(block.toString())
          .isNotNull()
          .extracting(CodePlace::className, CodePlace::method, CodePlace::line)
          .containsExactly(
              block.path("class").asText(),
              block.path("method").asText(),
              block.path("line").asInt());
    }
    // Another program may take a processor away between the run's start and the handler's, so one
    // of several blocks is asked to be exact.
    assertThat(blocks)
        .anySatisfy(
            block -> {
              AlertFacts alert = alertOf(block);
              assertThat(alert.start().nanoTime() - block.path("startNanos").asLong())
                  .isBetween(-TEN_MILLIS, TEN_MILLIS);
              assertThat(alert.durationNanos() - block.path("durationNanos").asLong())
                  .isBetween(-TEN_MILLIS, TEN_MILLIS);
            });
  }

  private static long endNanos(JsonNode block) {
    return block.path("startNanos").asLong() + block.path("durationNanos").asLong();
  }

  /** The alert of the loop that the sample says it blocked, at the time it says. */
  private static AlertFacts alertOf(JsonNode block) {
    long middle = block.path("startNanos").asLong() + block.path("durationNanos").asLong() / 2;
    return report.alerts().stream()
        .filter(alert -> alert.rule().equals("blocked"))
        .filter(alert -> alert.loop().equals(block.path("thread").asText()))
        .filter(
            alert ->
                alert.start().nanoTime() <= middle
                    && alert.start().nanoTime() + alert.durationNanos() >= middle)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no alert for " + block + " in " + report.alerts()));
  }

  @Test
  void sleepersAreOneAfterTheOtherAndThenSideBySide() {
    FlowFacts a = flow("SleeperA");
    FlowFacts b = flow("SleeperB");
    FlowFacts c = flow("SleeperC");
    FlowFacts d = flow("SleeperD");

    assertThat(List.of(a, b, c, d))
        .allSatisfy(
            flow -> assertThat(flow.durationNanos()).isBetween(990_000_000L, 1_300_000_000L));
    // A's alarm completes its promise in its last statement, and B is submitted at once.
    assertThat(a.to().nanoTime()).isLessThan(b.from().nanoTime() + TEN_MILLIS);
    assertThat(c.from().nanoTime()).isLessThan(d.to().nanoTime());
    assertThat(d.from().nanoTime()).isLessThan(c.to().nanoTime());
  }

  private static FlowFacts flow(String sleeper) {
    return report.flows().stream()
        .filter(flow -> flow.rootType().endsWith("$" + sleeper))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no flow of " + sleeper));
  }

  @Test
  void replayOfTheSavedFileGivesTheSameReport() throws Exception {
    try (Session replay = WatchedDemo.opener(folder).open(file)) {
      WatchedDemo.await(() -> replay.status().phase() == Phase.ENDED);
      assertThat(Report.of(replay.trace(), replay.alerts()).toJson()).isEqualTo(report.toJson());
    }
  }

  @Test
  void startPageShowsTheRunningDemo(FxRobot robot) throws Exception {
    robot.interact(() -> test.processes.addAll(new JvmScan().list()));
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> robot.lookup("dev.loopscope.samples.SamplesMain").tryQuery().isPresent());
    robot.interact(() -> Picture.write(test.scene, ReplayOnScreen.PICTURES.resolve("start.png")));
  }

  @Test
  void alertOfTheReplayLeadsToTheBlockAndItsStack(FxRobot robot) throws Exception {
    ReplayOnScreen replay = ReplayOnScreen.open(test, robot, file);
    replay.divide(0.28, 0.54);
    replay.choose("BlockingHistoryHandler.slowQuery");
    replay.take("verdict.png");

    SessionWindow window = replay.window();
    assertThat(window.timeline().visible().lengthNanos())
        .isLessThan(demo.session().trace().extent().lengthNanos());
    Selected selected = window.selection().selected();
    assertThat(selected).isInstanceOf(Selected.OfRun.class);
    assertThat(selected.span(0).lengthNanos()).isGreaterThan(300_000_000);
    assertThat(replay.text("#alert-sentence"))
        .contains(" in Thread.sleep, called by BlockingHistoryHandler.slowQuery (");
    assertThat(replay.shows("blocks here")).isTrue();
    assertThat(replay.shows("▶ BlockingHistoryHandler.slowQuery")).isTrue();
  }

  @Test
  void repeatsAreOneLineWithTheirNumberAndOpenToSingleAlerts(FxRobot robot) throws Exception {
    ReplayOnScreen replay = ReplayOnScreen.open(test, robot, file);
    replay.divide(0.36, 0.68);
    TreeTableView<?> alerts = robot.lookup("#alerts").queryAs(TreeTableView.class);
    int groups = alerts.getExpandedItemCount();
    robot.interact(
        () ->
            alerts.getRoot().getChildren().stream()
                .filter(group -> !group.isLeaf())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no alert came twice"))
                .setExpanded(true));
    replay.choose("BlockingHistoryHandler");
    replay.take("alerts-grouped.png");

    assertThat(groups).isLessThan(demo.session().alerts().alerts().size());
    assertThat(replay.text("#alerts-note"))
        .isEqualTo(demo.session().alerts().alerts().size() + " alerts in " + groups + " groups");
  }

  @Test
  void flowsOfTheReplayAreLanes(FxRobot robot) throws Exception {
    ReplayOnScreen replay = ReplayOnScreen.open(test, robot, file);
    FlowFacts a = flow("SleeperA");
    FlowFacts d = flow("SleeperD");
    robot.clickOn("#lanes-by-flow");
    robot.interact(
        () -> {
          replay
              .window()
              .timeline()
              .show(
                  new TimeSpan(a.from().nanoTime() - 200_000_000, d.to().nanoTime() + 200_000_000));
          replay.window().openTab("Flows");
        });
    replay.settle();
    replay.take("flows.png");
  }

  @Test
  void replayShowsTheWholeSession(FxRobot robot) throws Exception {
    ReplayOnScreen.open(test, robot, file).take("replay.png");
  }

  @Test
  void darkThemeIsUsedWhenChosen(FxRobot robot) throws Exception {
    new PreferencesFile(folder.resolve("settings.json"))
        .save(Preferences.DEFAULT.withTheme(Theme.DARK));
    ReplayOnScreen replay = ReplayOnScreen.open(test, robot, file);
    robot.interact(() -> test.app.toggleTheme());
    replay.choose("BlockingHistoryHandler.readArchive");
    replay.take("dark.png");
    robot.interact(() -> test.app.toggleTheme());
  }
}
