package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.start.SessionSource;
import dev.loopscope.dashboard.ui.support.AppUnderTest;
import dev.loopscope.dashboard.ui.support.ListSession;
import dev.loopscope.dashboard.ui.support.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Where things stand in the screens of alerts, in a small window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class AlertScreensTest {

  private AppUnderTest test;

  @Start
  void start(Stage stage) throws IOException {
    Path settings = Files.createTempDirectory("loopscope-test").resolve("settings.json");
    test = new AppUnderTest(stage, settings, 1280, 800);
    ListSession session = Troubles.session();
    session.alertSettings = test.alertSettings;
    test.opener.next = session;
    test.app.begin(new SessionSource.Demo());
  }

  @Test
  void windowIsSeenAroundAPageThatIsHigherThanIt(FxRobot robot) throws TimeoutException {
    await(() -> !robot.lookup("#alert-rules").queryAll().isEmpty());
    robot.clickOn("#alert-rules");
    await(() -> !robot.lookup("#alert-settings").queryAll().isEmpty());

    Bounds page = place(robot.lookup("#alert-settings").query());
    assertThat(page.getMinY()).isGreaterThanOrEqualTo(20);
    assertThat(page.getMaxY()).isLessThanOrEqualTo(780);
  }

  @Test
  void rulesStandEquallyFarApart(FxRobot robot) throws TimeoutException {
    await(() -> !robot.lookup("#alert-rules").queryAll().isEmpty());
    robot.clickOn("#alert-rules");
    await(() -> !robot.lookup("#rule-WARNING").queryAll().isEmpty());

    double deadlock = place(robot.lookup("#rule-DEADLOCK").query()).getCenterY();
    double warning = place(robot.lookup("#rule-WARNING").query()).getCenterY();
    double blocked = place(robot.lookup("#rule-BLOCKED").query()).getCenterY();
    double starved = place(robot.lookup("#rule-STARVED").query()).getCenterY();
    assertThat(warning - deadlock).isCloseTo(starved - blocked, Offset.offset(1.0));
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
