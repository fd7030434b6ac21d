package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionStatus;
import dev.loopscope.dashboard.session.SessionStatus.Phase;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.settings.Theme;
import dev.loopscope.dashboard.ui.start.SessionSource;
import dev.loopscope.dashboard.ui.support.AppUnderTest;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListSession;
import dev.loopscope.dashboard.ui.support.Picture;
import dev.loopscope.dashboard.ui.support.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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
class SessionWindowTest {

  @TempDir Path folder;

  private AppUnderTest test;
  private ListSession session;

  @Start
  void start(Stage stage) throws IOException {
    Path settings = Files.createTempDirectory("loopscope-test").resolve("settings.json");
    test = new AppUnderTest(stage, settings, 1280, 800);
    session = Chat.session(true);
    session.alertSettings = test.alertSettings;
    test.opener.next = session;
    test.app.begin(new SessionSource.Demo());
  }

  @Test
  void toolbarSaysWhatIsWatched(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);

    assertThat(shows(robot, "chat-server · pid 4711")).isTrue();
    assertThat(shows(robot, "JDK 17.0.15 · Netty 4.1.135")).isTrue();
    assertThat(shows(robot, "00:20")).isTrue();
    picture(robot, "session");
  }

  @Test
  void choosingAnAlertJumpsToItAndShowsWhoIsToBlame(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    awaitText(robot, Troubles.inTheTable(Chat.SENTENCE));

    robot.clickOn(Troubles.inTheTable(Chat.SENTENCE));
    WaitForAsyncUtils.waitForFxEvents();

    assertThat(test.timeline().revealed).contains(new TimeSpan(Chat.BLOCKED_FROM, Chat.BLOCKED_TO));
    assertThat(selected()).isInstanceOf(Selected.OfRun.class);
    assertThat(((Selected.OfRun) selected()).run().id()).isEqualTo(Chat.BLOCKED_RUN);
    assertThat(shows(robot, "com.example.chat.ChatHandler")).isTrue();
    assertThat(shows(robot, "History.load (History.java:17)")).isTrue();
    assertThat(shows(robot, "blocks here")).isTrue();
    picture(robot, "alert");
  }

  @Test
  void tasksTabListsTheLongestRunFirst(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    openTab(robot, "Tasks");
    TableView<?> table = robot.lookup("#tasks").queryAs(TableView.class);

    await(() -> !table.getItems().isEmpty());

    assertThat(shows(robot, "340 ms")).isTrue();
    picture(robot, "tasks");
  }

  @Test
  void everyTabShowsSomething(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    for (String tab : new String[] {"Flows", "Statistics", "Stacks", "Coverage"}) {
      openTab(robot, tab);
      await(() -> window().isSettled());
      picture(robot, tab);
    }

    assertThat(shows(robot, "3 loops · 2 of 3 points · 2 fired")).isTrue();
    assertThat(shows(robot, "Seen: Netty 4.1.135. Not covered: native epoll (Netty 4.1.135)."))
        .isTrue();
  }

  @Test
  void saveWritesAFileAndRemembersIt(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    Path target = folder.resolve("kept.loopscope");
    test.target = target;

    robot.clickOn("#save");

    awaitText(robot, "Saved kept.loopscope");
    assertThat(target).exists();
    await(() -> test.preferencesFile.load().preferences().recent().contains(target));
  }

  @Test
  void failedSaveSaysWhy(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    test.target = folder.resolve("kept.loopscope");
    session.saveFailure = new IOException("The disk is full.");

    robot.push(KeyCode.CONTROL, KeyCode.S);

    awaitText(robot, "The session was not saved to " + test.target + ": The disk is full.");
    picture(robot, "save-failed");
  }

  @Test
  void closingAnUnsavedLiveSessionAsksFirst(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);

    robot.push(KeyCode.CONTROL, KeyCode.W);
    await(() -> !robot.lookup("#close-question").queryAll().isEmpty());
    assertThat(session.closed).isFalse();
    picture(robot, "close-question");
    robot.clickOn("#discard");

    await(() -> session.closed.get());
    await(() -> !robot.lookup("#processes").queryAll().isEmpty());
  }

  @Test
  void savedSessionIsAskedAboutOnlyWhenSomethingCameSince(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    test.target = folder.resolve("kept.loopscope");
    robot.clickOn("#save");
    awaitText(robot, "Saved kept.loopscope");
    robot.interact(() -> session.trace().changed());

    robot.push(KeyCode.CONTROL, KeyCode.W);
    awaitText(
        robot,
        "What was recorded of chat-server · pid 4711 since it was saved is lost unless it is saved"
            + " again. The process itself goes on as if nothing had been.");
    robot.clickOn("Cancel");
    await(() -> !robot.lookup("#modal").queryAs(ModalPane.class).isDisplay());
    assertThat(session.closed).isFalse();

    robot.push(KeyCode.CONTROL, KeyCode.S);
    await(() -> !openSession().isUnsaved());
    robot.push(KeyCode.CONTROL, KeyCode.W);
    await(() -> session.closed.get());
  }

  @Test
  void fileThatCannotBeOpenedLeavesTheLiveSessionAlone(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    test.chosen = folder.resolve("broken.loopscope");
    test.opener.failure = new IOException("It is no recording.");

    robot.push(KeyCode.CONTROL, KeyCode.O);
    await(() -> !robot.lookup("#discard").queryAll().isEmpty());
    robot.clickOn("#discard");

    awaitText(
        robot,
        "Opening broken.loopscope did not work: It is no recording. Choose a file that Loopscope"
            + " saved; their names end in .loopscope.");
    assertThat(session.closed).isFalse();
    assertThat(openSession().session()).isSameAs(session);
    picture(robot, "opening-failed");
  }

  @Test
  void damagedFileLeavesTheLiveSessionAloneUntilItsPartIsAskedFor(FxRobot robot)
      throws TimeoutException {
    awaitWindow(robot);
    ListSession damaged = Chat.session(false);
    damaged.status = new SessionStatus(Phase.FAILED, "The recording is damaged at byte 7 (x).", 1);
    test.chosen = folder.resolve("damaged.loopscope");
    test.opener.next = damaged;

    robot.push(KeyCode.CONTROL, KeyCode.O);
    await(() -> !robot.lookup("#discard").queryAll().isEmpty());
    robot.clickOn("#discard");

    awaitText(
        robot,
        "Opening damaged.loopscope did not work, so the session in the window stays. The recording"
            + " is damaged at byte 7 (x).");
    assertThat(session.closed).isFalse();
    assertThat(damaged.closed).isTrue();
    assertThat(isOpen(session)).isTrue();
    picture(robot, "opening-damaged");

    robot.clickOn("Show what can be read");
    await(() -> !robot.lookup("#discard").queryAll().isEmpty());
    assertThat(isOpen(session)).isTrue();
    robot.clickOn("#discard");
    await(() -> session.closed.get());
    await(() -> isOpen(damaged));
  }

  @Test
  void fileTakesThePlaceOfTheLiveSessionWhenItIsOpen(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    ListSession replay = Chat.session(false);
    test.chosen = folder.resolve("kept.loopscope");
    test.opener.next = replay;

    robot.push(KeyCode.CONTROL, KeyCode.O);
    await(() -> !robot.lookup("#discard").queryAll().isEmpty());
    assertThat(session.closed).isFalse();
    robot.clickOn("#discard");

    await(() -> session.closed.get());
    await(() -> isOpen(replay));
  }

  @Test
  void startPageIsTheSameOneAfterASession(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    Set<Node> pages = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      robot.push(KeyCode.CONTROL, KeyCode.W);
      await(() -> !robot.lookup("#discard").queryAll().isEmpty());
      robot.clickOn("#discard");
      await(() -> !robot.lookup("#processes").queryAll().isEmpty());
      pages.add(robot.lookup("#processes").query());
      robot.interact(() -> test.app.begin(new SessionSource.Demo()));
      awaitWindow(robot);
    }

    assertThat(pages).hasSize(1);
  }

  @Test
  void processThatEndedIsNotCalledLiveAndNotSaidToGoOn(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    session.status = new SessionStatus(Phase.ENDED, "The process 4711 ended.", 1);

    awaitText(robot, "Ended");
    assertThat(robot.lookup("#follow").query().isDisabled()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.W);

    awaitText(robot, "What was recorded of chat-server · pid 4711 is lost unless it is saved.");
    picture(robot, "close-question-ended");
  }

  @Test
  void themeSwitchIsRemembered(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);

    robot.push(KeyCode.CONTROL, KeyCode.T);

    await(() -> test.preferencesFile.load().preferences().theme() == Theme.DARK);
    awaitText(robot, Troubles.inTheTable(Chat.SENTENCE));
    robot.clickOn(Troubles.inTheTable(Chat.SENTENCE));
    picture(robot, "dark");
    robot.push(KeyCode.CONTROL, KeyCode.T);
    await(() -> test.preferencesFile.load().preferences().theme() == Theme.LIGHT);
  }

  @Test
  void limitChangedInTheSettingsReachesTheAgent(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);
    robot.push(KeyCode.CONTROL, KeyCode.COMMA);
    await(() -> !robot.lookup("#default-limit").queryAll().isEmpty());
    picture(robot, "settings");

    robot.doubleClickOn("#default-limit").write("20").type(KeyCode.ENTER);

    await(
        () ->
            session.configured.stream()
                .anyMatch(settings -> settings.defaultLimitNanos() == 20 * Chat.MILLI));
  }

  @Test
  void questionMarkShowsTheKeysAndEscapeHidesThem(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);

    robot.interact(() -> Event.fireEvent(window().timeline().node(), questionMark()));
    await(() -> !robot.lookup("#help").queryAll().isEmpty());
    picture(robot, "help");
    robot.type(KeyCode.ESCAPE);

    await(() -> !robot.lookup("#modal").queryAs(ModalPane.class).isDisplay());
  }

  @Test
  void spacePausesAndSlashSearches(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);

    robot.type(KeyCode.SPACE);
    assertThat(test.timeline().followingProperty().get())
        .as("focus on %s", test.scene.getFocusOwner())
        .isFalse();
    robot.write("/");
    robot.write("Chat");

    assertThat(test.timeline().searched).contains("Chat");
  }

  @Test
  void lanesChosenFromOutsideShowOnTheirButton(FxRobot robot) throws TimeoutException {
    awaitWindow(robot);

    robot.interact(() -> window().chooseLanes(true));

    assertThat(robot.lookup("#lanes-by-flow").queryAs(ToggleButton.class).isSelected()).isTrue();
    assertThat(test.timeline().byFlow).isTrue();
  }

  /** What a keyboard sends; where the question mark is on it depends on the layout. */
  private static KeyEvent questionMark() {
    return new KeyEvent(KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, true, false, false, false);
  }

  private Selected selected() {
    return window().selection().selected();
  }

  private SessionWindow window() {
    return openSession().window();
  }

  private boolean isOpen(Session wanted) {
    OpenSession open = test.app.openSession();
    return open != null && open.session() == wanted;
  }

  private OpenSession openSession() {
    OpenSession open = test.app.openSession();
    if (open == null) {
      throw new AssertionError("no session is open");
    }
    return open;
  }

  private void picture(FxRobot robot, String name) throws TimeoutException {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> Picture.write(test.scene, Path.of("target/pictures/" + name + ".png")));
  }

  private void openTab(FxRobot robot, String title) {
    robot.interact(() -> window().openTab(title));
  }

  private static void awaitWindow(FxRobot robot) throws TimeoutException {
    await(() -> !robot.lookup("#tabs").queryAll().isEmpty());
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
