package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javafx.event.ActionEvent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a user does with the rules behind the alerts, on the whole application. */
@ExtendWith(ApplicationExtension.class)
class AlertRulesJourneyTest extends AlertsScene {
  @Start
  void start(Stage stage) throws IOException {
    begin(stage);
  }

  @Test
  void ruleAndLimitHoldAtOnceAndReachTheAgent(FxRobot robot) throws TimeoutException {
    table(robot);
    robot.clickOn("#alert-rules");
    await(() -> !robot.lookup("#alert-settings").queryAll().isEmpty());
    picture(robot, "alert-rules");

    robot.doubleClickOn("#limit-BLOCKED").write("20");
    assertThat(session.configured).isEmpty(); // half a number is a limit too, and another one
    robot.type(KeyCode.ENTER);
    await(() -> !session.configured.isEmpty());
    assertThat(session.configured)
        .extracting(Settings::defaultLimitNanos)
        .containsExactly(20 * Chat.MILLI);
    robot.clickOn("#rule-FAILING");
    await(() -> !test.alertSettings.get().rule(AlertKind.FAILING).enabled());
    robot.doubleClickOn("#limit-QUEUE").write("many").type(KeyCode.ENTER);
    await(() -> text(robot, "#alert-settings-problem").contains("is not a whole number"));
    picture(robot, "alert-rules-problem");
  }

  @Test
  void addressThatWouldTellOthersIsRefusedWithASentence(FxRobot robot) throws TimeoutException {
    table(robot);
    robot.clickOn("#alert-rules");
    await(() -> !robot.lookup("#webhook").queryAll().isEmpty());
    TextField address = robot.lookup("#webhook").queryAs(TextField.class);
    type(robot, address, "http://example.com/x");

    assertThat(text(robot, "#webhook-problem")).startsWith("Alerts are not sent to example.com");
    assertThat(test.preferencesFile.load().preferences().telling().webhook()).isEmpty();

    type(robot, address, "http://localhost:9/x");
    await(() -> savedWebhook().equals("http://localhost:9/x"));
    assertThat(text(robot, "#webhook-problem")).isEmpty();
  }

  @Test
  void halfAnAddressIsNotUsedUntilTheCursorLeavesIt(FxRobot robot) throws TimeoutException {
    table(robot);
    robot.clickOn("#alert-rules");
    await(() -> !robot.lookup("#webhook").queryAll().isEmpty());
    TextField address = robot.lookup("#webhook").queryAs(TextField.class);
    robot.interact(
        () -> {
          address.requestFocus();
          address.setText("http://localhost:9");
          address.setText("http://localhost:9/alerts");
        });
    assertThat(test.preferences().telling().webhook()).isEmpty();

    robot.interact(() -> robot.lookup("#limit-QUEUE").query().requestFocus());

    assertThat(test.preferences().telling().webhook()).isEqualTo("http://localhost:9/alerts");
  }

  @Test
  void escapeTakesBackWhatWasHalfTyped(FxRobot robot) throws TimeoutException {
    table(robot);
    robot.clickOn("#alert-rules");
    await(() -> !robot.lookup("#limit-BLOCKED").queryAll().isEmpty());

    robot.doubleClickOn("#limit-BLOCKED").write("2").type(KeyCode.ESCAPE);
    await(() -> !robot.lookup("#modal").queryAs(ModalPane.class).isDisplay());
    robot.interact(() -> window().timeline().node().requestFocus());

    assertThat(session.configured).isEmpty();
  }

  @Test
  void limitOfOneLoopIsAddedAndReachesTheAgent(FxRobot robot) throws TimeoutException {
    table(robot);
    robot.clickOn("#alert-rules");
    await(() -> !robot.lookup("#loops-BLOCKED").queryAll().isEmpty());
    robot.clickOn("#loops-BLOCKED");
    robot.clickOn("#loops-name-BLOCKED").write("worker-1");
    robot.clickOn("#loops-limit-BLOCKED").write("5");
    robot.clickOn("#loops-add-BLOCKED");

    await(
        () ->
            session.configured.stream()
                .anyMatch(
                    settings ->
                        settings.limitNanosByName().getOrDefault("worker-1", 0L)
                            == 5 * Chat.MILLI));
    picture(robot, "alert-rules-loops");
  }

  /** As a user does it: types, and presses Enter. */
  private static void type(FxRobot robot, TextField field, String text) {
    robot.interact(
        () -> {
          field.setText(text);
          field.fireEvent(new ActionEvent());
        });
  }

  private String savedWebhook() {
    return test.preferencesFile.load().preferences().telling().webhook();
  }
}
