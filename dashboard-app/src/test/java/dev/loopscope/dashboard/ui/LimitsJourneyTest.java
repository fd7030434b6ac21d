package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.session.Extras;
import dev.loopscope.dashboard.ui.settings.Preferences;
import dev.loopscope.dashboard.ui.settings.PreferencesFile;
import dev.loopscope.dashboard.ui.settings.RunLimits;
import dev.loopscope.dashboard.ui.start.SessionSource;
import dev.loopscope.dashboard.ui.support.AppUnderTest;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListSession;
import dev.loopscope.protocol.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Which limits the agent of a session is told, on the whole application. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class LimitsJourneyTest {

  private static final Map<String, Long> OF_POOLS = Map.of("executor", 1_000 * Chat.MILLI);

  private Stage stage;
  private ListSession session;

  @Start
  void start(Stage stage) {
    this.stage = stage;
    session = Chat.session(true);
    session.trace().settings = new Settings(50 * Chat.MILLI, OF_POOLS, 200_000);
  }

  private void watch(FxRobot robot, RunLimits set, SessionSource source)
      throws IOException, TimeoutException {
    Path file = Files.createTempDirectory("loopscope-test").resolve("settings.json");
    new PreferencesFile(file).save(Preferences.DEFAULT.withLimits(set));
    robot.interact(
        () -> {
          AppUnderTest test = new AppUnderTest(stage, file, 1280, 800);
          test.opener.next = session;
          test.app.begin(source);
        });
    await(() -> !robot.lookup("#tabs").queryAll().isEmpty());
  }

  private static void setLimitForAll(FxRobot robot, String millis) throws TimeoutException {
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    await(() -> !robot.lookup("#default-limit").queryAll().isEmpty());
    robot.doubleClickOn("#default-limit").write(millis).type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void limitsThatNobodySetAreLeftToTheAgent(FxRobot robot) throws Exception {
    watch(robot, RunLimits.DEFAULT, new SessionSource.Demo());
    assertThat(session.configured).isEmpty();

    setLimitForAll(robot, "20");

    assertThat(session.configured)
        .containsExactly(new Settings(20 * Chat.MILLI, OF_POOLS, 200_000));
  }

  @Test
  void limitSetBeforeHoldsFromTheStartAndLeavesThoseOfPools(FxRobot robot) throws Exception {
    watch(robot, RunLimits.DEFAULT.withDefault(30 * Chat.MILLI), new SessionSource.Demo());

    assertThat(session.configured)
        .containsExactly(new Settings(30 * Chat.MILLI, OF_POOLS, 200_000));
  }

  @Test
  void limitOfTheCommandLineGoesBeforeThoseOfTheSettings(FxRobot robot) throws Exception {
    Extras extras = new Extras(null, List.of(), Map.of("", Duration.ofMillis(20)));
    watch(
        robot,
        RunLimits.DEFAULT.withDefault(30 * Chat.MILLI),
        new SessionSource.Jvm(4711, "chat-server", extras));

    setLimitForAll(robot, "40");

    assertThat(robot.lookup(".toast").queryAll()).hasSize(1);
    assertThat(session.configured).isEmpty();
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
