package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.alert.CurrentAlertSettings;
import dev.loopscope.dashboard.ui.support.AppUnderTest;
import dev.loopscope.dashboard.ui.support.OtherJdk;
import dev.loopscope.dashboard.ui.support.VertxSample;
import dev.loopscope.dashboard.ui.support.WatchedDemo;
import dev.loopscope.dashboard.ui.support.WatchedProgram;
import dev.loopscope.dashboard.ui.timeline.SessionTimeline;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the window says of real programs of several frameworks, each watched and then replayed. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ProgramJourneysTest {

  @TempDir Path folder;

  private AppUnderTest test;

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
  void lateLoopIsExplainedByTheTasksThatFilledTheTime(FxRobot robot) throws Exception {
    Path file;
    try (WatchedProgram chat =
        WatchedProgram.sample(folder, "chat", "--burst", "412", "--burst-every", "2s")) {
      chat.awaitAlerts(AlertKind.STARVED, "FlushTask", 2);
      file = chat.recording();
    }

    ReplayOnScreen replay = ReplayOnScreen.open(test, robot, file);
    replay.divide(0.4, 0.58);
    replay.choose(" % FlushTask");
    replay.take("starved.png");

    assertThat(replay.text("#alert-sentence")).contains("though no run was over the limit");
    assertThat(replay.text("#delay-sentence")).matches("Waited .* behind 4\\d\\d runs, .*");
    assertThat(replay.shows("FlushTask")).isTrue();
    assertThat(replay.shows("IndexTask")).isTrue();
  }

  @Test
  void swingWindowThatFrozeNamesTheListener(FxRobot robot) throws Exception {
    Path file;
    try (WatchedProgram window = WatchedProgram.sample(folder, "window", "--every", "1500ms")) {
      window.awaitAlerts(AlertKind.BLOCKED, "Clock.block", 2);
      file = window.recording();
    }

    ReplayOnScreen replay = ReplayOnScreen.open(test, robot, file);
    replay.divide(0.3, 0.58);
    replay.choose("Clock.block");
    replay.take("swing.png");

    assertThat(replay.text("#alert-sentence"))
        .startsWith("AWT-EventQueue-0 was blocked ")
        .contains(", called by WindowSample$Clock.block (WindowSample.java:");
    assertThat(replay.shows("▶ WindowSample$Clock.block")).isTrue();
  }

  @Test
  void pinnedVirtualThreadNamesItsCarrierAndTheFrameThatPins(FxRobot robot) throws Exception {
    Optional<OtherJdk> jdk = OtherJdk.from(21);
    assumeTrue(jdk.isPresent(), "no JDK 21 or newer beside the one that runs the tests");
    Path file;
    try (WatchedProgram virtual =
        WatchedProgram.sample(folder, jdk.get().home(), jdk.get().feature(), "virtual")) {
      virtual.awaitAlerts(AlertKind.PINNED, "PinningInitializer", 2);
      file = virtual.recording();
    }

    ReplayOnScreen replay = ReplayOnScreen.open(test, robot, file);
    replay.divide(0.3, 0.58);
    replay.choose("PinningInitializer");
    replay.take("virtual-threads.png");

    assertThat(replay.shows("Carrier")).isTrue();
    assertThat(replay.shows("Virtual thread")).isTrue();
  }

  @Test
  void vertxEventLoopNamesTheVerticlesCodeThatBlocksIt(FxRobot robot) throws Exception {
    assumeTrue(VertxSample.isThere(), VertxSample.WHY_NOT);
    Path file;
    try (WatchedProgram orders = VertxSample.start(folder)) {
      orders.awaitAlerts(AlertKind.BLOCKED, "Invoice.render", 2);
      orders.awaitAlerts(AlertKind.WARNING, "Vert.x", 1);
      file = orders.recording();
    }

    ReplayOnScreen replay = ReplayOnScreen.open(test, robot, file);
    replay.divide(0.48, 0.58);
    replay.choose("Invoice.render");
    replay.take("vertx.png");

    assertThat(replay.text("#alert-sentence")).contains("vert.x-eventloop-thread-");
    assertThat(replay.shows("▶ OrderService$Invoice.render")).isTrue();
  }
}
