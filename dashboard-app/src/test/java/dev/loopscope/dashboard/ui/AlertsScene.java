package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.ui.start.SessionSource;
import dev.loopscope.dashboard.ui.support.AppUnderTest;
import dev.loopscope.dashboard.ui.support.ListSession;
import dev.loopscope.dashboard.ui.support.Picture;
import dev.loopscope.dashboard.ui.support.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole application with alerts of all kinds, and how a user gets at them. */
@SuppressWarnings("NullAway.Init")
abstract class AlertsScene {
  AppUnderTest test;
  ListSession session;

  /** Shows the application with a session that has all kinds of alerts; FX thread. */
  final void begin(Stage stage) throws IOException {
    Path settings = Files.createTempDirectory("loopscope-test").resolve("settings.json");
    test = new AppUnderTest(stage, settings, 1280, 800);
    session = Troubles.session();
    session.alertSettings = test.alertSettings;
    test.opener.next = session;
    test.app.begin(new SessionSource.Demo());
  }

  TreeTableView<?> table(FxRobot robot) throws TimeoutException {
    await(() -> !robot.lookup("#alerts").queryAll().isEmpty());
    TreeTableView<?> table = robot.lookup("#alerts").queryAs(TreeTableView.class);
    await(() -> table.getExpandedItemCount() > 5);
    return table;
  }

  void choose(FxRobot robot, String sentence) throws TimeoutException {
    TreeTableView<?> table = table(robot);
    robot.interact(() -> select(table, sentence));
    await(() -> text(robot, "#alert-sentence").equals(sentence));
    await(() -> window().isSettled());
  }

  static void select(TreeTableView<?> table, String sentence) {
    for (int row = 0; row < table.getExpandedItemCount(); row++) {
      if (table.getTreeItem(row).getValue().toString().contains(sentence)) {
        table.getSelectionModel().select(row);
        return;
      }
    }
    throw new AssertionError("no line says " + sentence);
  }

  static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAll().stream()
        .filter(Label.class::isInstance)
        .map(node -> ((Label) node).getText())
        .findFirst()
        .orElse("");
  }

  SessionWindow window() {
    OpenSession open = test.app.openSession();
    if (open == null) {
      throw new AssertionError("no session is open");
    }
    return open.window();
  }

  static boolean shows(FxRobot robot, String text) {
    return robot.lookup(text).queryAll().stream().anyMatch(Node::isVisible);
  }

  void picture(FxRobot robot, String name) throws TimeoutException {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> Picture.write(test.scene, Path.of("target/pictures/" + name + ".png")));
  }

  static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
