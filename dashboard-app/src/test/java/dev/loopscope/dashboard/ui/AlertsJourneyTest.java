package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.settings.Theme;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.Troubles;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a user does with alerts, on the whole application. */
@ExtendWith(ApplicationExtension.class)
class AlertsJourneyTest extends AlertsScene {
  @Start
  void start(Stage stage) throws IOException {
    begin(stage);
  }

  @Test
  void repeatsAreOneLineThatOpensToItsAlerts(FxRobot robot) throws TimeoutException {
    TreeTableView<?> table = table(robot);
    int before = table.getExpandedItemCount();
    choose(robot, Troubles.MIXED);
    picture(robot, "alerts-grouped");

    robot.clickOn(table).type(KeyCode.HOME); // the keyboard must do as well
    robot.interact(() -> select(table, Troubles.MIXED));
    robot.type(KeyCode.RIGHT);

    await(() -> table.getExpandedItemCount() == before + 5);
  }

  @Test
  void choosingAnAlertLeadsToTheStallAndItsVerdict(FxRobot robot) throws TimeoutException {
    choose(robot, Troubles.MIXED);

    assertThat(test.timeline().revealed).isNotEmpty();
    assertThat(text(robot, "#alert-sentence")).isEqualTo(Troubles.MIXED);
    assertThat(shows(robot, "waiting for a lock 56 % · 230 ms · ReentrantLock")).isTrue();
    assertThat(shows(robot, "db-pool-3")).isTrue();
    assertThat(shows(robot, "▶ Store.save")).isTrue();
    assertThat(shows(robot, "blocks here")).isTrue();
  }

  @Test
  void verdictIsThereInBothColours(FxRobot robot) throws TimeoutException {
    choose(robot, Troubles.MIXED);
    robot.interact(() -> window().setDividers(0.2, 0.6));
    picture(robot, "verdict");
    robot.push(KeyCode.CONTROL, KeyCode.T);
    await(() -> test.preferencesFile.load().preferences().theme() == Theme.DARK);
    picture(robot, "verdict-dark");
    choose(robot, Troubles.DEADLOCK);
    picture(robot, "deadlock-dark");
    robot.push(KeyCode.CONTROL, KeyCode.T);
    await(() -> test.preferencesFile.load().preferences().theme() == Theme.LIGHT);
    picture(robot, "deadlock");

    assertThat(shows(robot, "audit-writer")).isTrue();
  }

  @Test
  void flameGraphGoesFromMethodToMethodByKeysAndZooms(FxRobot robot) throws TimeoutException {
    choose(robot, Troubles.MIXED);
    robot.interact(() -> window().setDividers(0.1, 0.6));
    Node graph = robot.lookup("#flame-graph").query();
    robot.interact(graph::requestFocus);

    robot.type(KeyCode.UP);
    assertThat(text(robot, ".flame-told"))
        .startsWith("ReentrantLock.lock")
        .contains("JDK · 4 of 8 samples");
    robot.type(KeyCode.ENTER);
    await(() -> !robot.lookup(".flame-context").queryAll().isEmpty());
    picture(robot, "flame-zoomed");

    robot.type(KeyCode.BACK_SPACE);
    await(() -> robot.lookup(".flame-context").queryAll().isEmpty());
  }

  @Test
  void copyPutsTheMarkdownOnTheClipboard(FxRobot robot) throws TimeoutException {
    choose(robot, Chat.SENTENCE);

    robot.clickOn("#copy-markdown");

    await(() -> clipboard(robot).startsWith("**worker-2 was blocked 340 ms"));
    assertThat(clipboard(robot)).contains(" -> at com.example.chat.History.load(History.java:17)");
  }

  @Test
  void muteIsShownAndRememberedAndTakenBack(FxRobot robot) throws TimeoutException {
    choose(robot, Troubles.MIXED);

    robot.clickOn("#mute");
    await(
        () ->
            test.preferencesFile
                .load()
                .preferences()
                .alerts()
                .muted()
                .contains(Troubles.MIXED_KEY));
    assertThat(test.alertSettings.get().muted()).containsExactly(Troubles.MIXED_KEY);
    await(() -> shows(robot, "Unmute"));

    robot.clickOn("#mute");
    await(() -> test.preferencesFile.load().preferences().alerts().muted().isEmpty());
  }

  @Test
  void buttonsAndLinksOfAnAlertThatLastsStayWhileItChanges(FxRobot robot) throws TimeoutException {
    choose(robot, Troubles.DEADLOCK);
    await(() -> shows(robot, "audit-writer"));
    Node mute = robot.lookup("#mute").query();
    Node link = robot.lookup("#holders").lookup("worker-3").query();
    Alert before =
        session.alerts().alerts().stream().filter(Alert::isOpen).findFirst().orElseThrow();
    String worse = Troubles.DEADLOCK.replace("4 s", "5 s");

    robot.interact(
        () -> {
          session.alert(
              new Alert(
                  before.id(),
                  before.rule(),
                  before.loop(),
                  before.fromNanos(),
                  0,
                  5_000 * Chat.MILLI,
                  before.stall(),
                  worse,
                  before.key()));
          session.trace().extent = new TimeSpan(Chat.START, Chat.START + 21_000 * Chat.MILLI);
          session.trace().changed();
        });

    await(() -> text(robot, "#alert-sentence").equals(worse));
    await(() -> window().isSettled());
    assertThat(robot.lookup("#mute").<Node>query()).isSameAs(mute);
    assertThat(robot.lookup("#holders").lookup("worker-3").<Node>query()).isSameAs(link);
  }

  @Test
  void whatWasOpenWhenTheSessionEndedIsNotSaidToLast(FxRobot robot) throws TimeoutException {
    choose(robot, Troubles.DEADLOCK);
    assertThat(shows(robot, "Deadlock now")).isTrue();
    Alert open = session.alerts().alerts().stream().filter(Alert::isOpen).findFirst().orElseThrow();
    String ended = Troubles.DEADLOCK + "; it still was at the end";

    robot.interact(
        () -> {
          session.trace().over = true;
          session.alert(
              new Alert(
                  open.id(),
                  open.rule(),
                  open.loop(),
                  open.fromNanos(),
                  0,
                  open.worstNanos(),
                  open.stall(),
                  ended,
                  open.key()));
        });

    await(() -> shows(robot, "Deadlock at end"));
    assertThat(shows(robot, "Deadlock now")).isFalse();
    assertThat(robot.lookup("#alert-detail").lookup(".muted").queryAllAs(Label.class))
        .anyMatch(label -> label.getText().endsWith(" at the end"));
  }

  @Test
  void groupNamesItsCulpritBeforeTheSentenceWhichATableCuts(FxRobot robot) throws TimeoutException {
    table(robot);
    robot.interact(() -> window().setDividers(0.2, 0.6));

    await(() -> shows(robot, Troubles.inTheTable("Store.save · " + Troubles.MIXED)));
    picture(robot, "alerts-narrow");
    assertThat(shows(robot, Troubles.inTheTable(Troubles.DEADLOCK)))
        .isTrue(); // named by its locks, not by code
  }

  @Test
  void sourceCommandRunsWithThePlaceOfTheCulprit(FxRobot robot) throws TimeoutException {
    robot.interact(() -> test.useSourceCommand("edit +{line} {class}"));
    choose(robot, Chat.SENTENCE);
    await(() -> !robot.lookup("#open-source").queryAll().isEmpty());

    robot.clickOn("#open-source");

    await(() -> !test.started.commands.isEmpty());
    assertThat(test.started.commands.get(0))
        .containsExactly("edit", "+17", "com.example.chat.History");
  }

  @Test
  void programThatCannotBeStartedIsNamedWithWhatToDoNext(FxRobot robot) throws TimeoutException {
    test.started.refusal = "No such file or directory";
    robot.interact(() -> test.useSourceCommand("no-such-editor +{line} {class}"));
    choose(robot, Chat.SENTENCE);
    await(() -> !robot.lookup("#open-source").queryAll().isEmpty());

    robot.clickOn("#open-source");

    await(() -> robot.lookup(".toast").queryAll().size() == 1);
    assertThat(
            shows(
                robot,
                "\"no-such-editor\" could not be started (No such file or directory). Check the"
                    + " command for opening source in the settings."))
        .isTrue();
    picture(robot, "source-command-missing");
  }

  @Test
  void pinnedVirtualThreadIsShownWithItsCarrierItsReasonAndItsStack(FxRobot robot)
      throws TimeoutException {
    choose(robot, "A virtual thread kept its carrier 120 ms");
    await(() -> shows(robot, "Carrier"));
    robot.interact(() -> window().setDividers(0.2, 0.6));
    picture(robot, "pinned-made");

    assertThat(shows(robot, "reader-7, number 77")).isTrue();
    assertThat(shows(robot, "native frame")).isTrue();
    assertThat(shows(robot, "blocks here")).isTrue();
    assertThat(test.timeline().revealed).isNotEmpty();
  }

  @Test
  void withoutASourceCommandTheUserIsToldToSetOne(FxRobot robot) throws TimeoutException {
    choose(robot, Chat.SENTENCE);
    await(() -> !robot.lookup("#open-source").queryAll().isEmpty());

    robot.clickOn("#open-source");

    await(() -> robot.lookup(".toast").queryAll().size() == 1);
    picture(robot, "no-source-command");
  }

  @Test
  void starvedLoopIsExplainedByTheTypesThatFilledTheTime(FxRobot robot) throws TimeoutException {
    choose(robot, "worker-3 was 80 ms late: 212 short runs stood in line");
    await(() -> !robot.lookup("#delay").queryAll().isEmpty());
    robot.interact(() -> window().setDividers(0.2, 0.6));
    picture(robot, "starved-made");

    assertThat(text(robot, "#delay-sentence")).startsWith("Waited 400 ms behind ");
    assertThat(shows(robot, "ChatHandler")).isTrue();
  }

  @Test
  void delayOfARunIsExplainedWhenAskedFor(FxRobot robot) throws TimeoutException {
    choose(robot, Chat.SENTENCE);
    robot.interact(() -> window().openTab("Tasks"));
    robot.interact(
        () ->
            window()
                .selection()
                .select(
                    session.trace().runs.stream()
                        .filter(located -> located.run().queueDelayNanos() > 0)
                        .findFirst()
                        .map(located -> new Selected.OfRun(located.loop(), located.run()))
                        .orElseThrow()));
    await(() -> robot.lookup("#explain-delay").queryAll().stream().anyMatch(Node::isVisible));

    robot.clickOn("#explain-delay");

    await(() -> text(robot, "#delay-sentence").startsWith("Waited 1 ms"));
    picture(robot, "delay-explained");
  }

  @Test
  void newAlertIsToldInTheWindowThatIsInUse(FxRobot robot) throws TimeoutException {
    table(robot);
    Alert alert =
        new Alert(90, AlertKind.BLOCKED, 2, Chat.BLOCKED_TO + 1, 0, 1, 0, "worker-2 is late again");
    robot.interact(
        () -> {
          session.alert(alert);
          session.tell(alert);
        });

    await(() -> !robot.lookup(".toast").queryAll().isEmpty() || !test.onDesktop.isEmpty());
    assertThat(test.scene.getWindow().isFocused()).isEqualTo(test.onDesktop.isEmpty());
    picture(robot, "told");
  }

  private static String clipboard(FxRobot robot) {
    String[] text = {""};
    robot.interact(() -> text[0] = String.valueOf(Clipboard.getSystemClipboard().getString()));
    return text[0];
  }
}
