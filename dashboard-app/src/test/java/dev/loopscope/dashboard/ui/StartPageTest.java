package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.session.AttachableProcess;
import dev.loopscope.dashboard.ui.support.AppUnderTest;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListSession;
import dev.loopscope.dashboard.ui.support.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class StartPageTest {

  @TempDir static Path folder;

  private AppUnderTest test;

  @Start
  void start(Stage stage) {
    test = new AppUnderTest(stage, folder.resolve("none.json"), 1280, 800);
    test.processes.add(new AttachableProcess(4711, "chat-server", "17.0.15", true, ""));
    test.processes.add(new AttachableProcess(4900, "com.example.billing.Main", "21.0.2", true, ""));
    test.processes.add(
        new AttachableProcess(
            512,
            "legacy.jar",
            "11.0.4",
            false,
            "It runs on Java 11; Loopscope needs 17 or newer."));
  }

  @Test
  void listsProcessesAndSaysWhyOneCannotBeWatched(FxRobot robot) throws TimeoutException {
    awaitText(robot, "chat-server");

    assertThat(shows(robot, "pid 4711 · Java 17.0.15")).isTrue();
    assertThat(shows(robot, "It runs on Java 11; Loopscope needs 17 or newer.")).isTrue();
    robot.interact(() -> Picture.write(test.scene, Path.of("target/pictures/start.png")));
  }

  @Test
  void filterLeavesWhatMatches(FxRobot robot) throws TimeoutException {
    awaitText(robot, "chat-server");

    robot.clickOn("#process-filter").write("billing");

    assertThat(shows(robot, "com.example.billing.Main")).isTrue();
    assertThat(shows(robot, "pid 4711 · Java 17.0.15")).isFalse();
  }

  @Test
  void failedAttachSaysWhatHappenedAndWhatToDo(FxRobot robot) throws TimeoutException {
    test.opener.failure = new IOException("The process 4711 refused: it belongs to another user.");
    awaitText(robot, "chat-server");

    robot.doubleClickOn("chat-server");

    await(() -> !robot.lookup("#opening-failure").queryAll().isEmpty());
    Label failure = robot.lookup("#opening-failure").queryAs(Label.class);
    assertThat(failure.getText()).contains("belongs to another user").contains("try again");
    robot.interact(() -> Picture.write(test.scene, Path.of("target/pictures/start-failed.png")));
  }

  @Test
  void attachingCanBeCancelled(FxRobot robot) throws Exception {
    test.opener.waits = true;
    awaitText(robot, "chat-server");
    robot.doubleClickOn("chat-server");
    await(() -> !robot.lookup("#cancel-opening").queryAll().isEmpty());

    robot.clickOn("#cancel-opening");

    assertThat(test.opener.interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(robot.lookup("#opening").query().isVisible()).isFalse();
  }

  @Test
  void enterAttachesToTheChosenProcess(FxRobot robot) throws TimeoutException {
    ListSession session = Chat.session(true);
    test.opener.next = session;
    awaitText(robot, "chat-server");

    robot.clickOn("chat-server").type(KeyCode.ENTER);

    await(() -> !robot.lookup("#tabs").queryAll().isEmpty());
    assertThat(shows(robot, "chat-server · pid 4711")).isTrue();
  }

  @Test
  void addressWithoutPortIsRejectedWithAnExample(FxRobot robot) {
    robot.clickOn("#connect-address").write("localhost");
    robot.clickOn("#connect");

    assertThat(shows(robot, "The address needs a host and a port, for example localhost:7007."))
        .isTrue();
  }

  private static boolean shows(FxRobot robot, String text) {
    return robot.lookup(text).queryAll().stream().anyMatch(node -> node.isVisible());
  }

  private static void awaitText(FxRobot robot, String text) throws TimeoutException {
    await(() -> shows(robot, text));
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
