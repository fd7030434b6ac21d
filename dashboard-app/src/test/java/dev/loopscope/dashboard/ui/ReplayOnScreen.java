package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.ui.start.SessionSource;
import dev.loopscope.dashboard.ui.support.AppUnderTest;
import dev.loopscope.dashboard.ui.support.Picture;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableView;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A recording in the whole application, used as a person would. The pictures of the README are
 * taken of it; {@code -Dloopscope.screenshots=FOLDER} says where they go.
 */
final class ReplayOnScreen {

  static final Path PICTURES =
      Path.of(System.getProperty("loopscope.screenshots", "target/screenshots"));

  private final AppUnderTest test;
  private final FxRobot robot;
  private final SessionWindow window;

  private ReplayOnScreen(AppUnderTest test, FxRobot robot, SessionWindow window) {
    this.test = test;
    this.robot = robot;
    this.window = window;
  }

  /** Opens the recording and waits until all of it is on screen. */
  static ReplayOnScreen open(AppUnderTest test, FxRobot robot, Path file) throws TimeoutException {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> test.app.begin(new SessionSource.Recording(file)));
    await(() -> test.app.openSession() != null);
    ReplayOnScreen replay =
        new ReplayOnScreen(test, robot, Objects.requireNonNull(test.app.openSession()).window());
    replay.settle();
    return replay;
  }

  SessionWindow window() {
    return window;
  }

  /** Clicks on the line of alerts that says {@code words}, and waits for its verdict. */
  void choose(String words) throws TimeoutException {
    TreeTableView<?> alerts = robot.lookup("#alerts").queryAs(TreeTableView.class);
    await(() -> rowOf(alerts, words) >= 0);
    robot.interact(
        () -> {
          int row = rowOf(alerts, words);
          alerts.getSelectionModel().select(row);
          alerts.scrollTo(Math.max(0, row - 2));
        });
    await(() -> text("#alert-sentence").contains(words));
    settle();
  }

  private static int rowOf(TreeTableView<?> alerts, String words) {
    for (int row = 0; row < alerts.getExpandedItemCount(); row++) {
      if (String.valueOf(alerts.getTreeItem(row).getValue()).contains(words)) {
        return row;
      }
    }
    return -1;
  }

  /** Divides the window: the timeline's part of the height, the tabs' part of the width. */
  void divide(double timelineShare, double tabsShare) throws TimeoutException {
    robot.interact(() -> window.setDividers(timelineShare, tabsShare));
    settle();
  }

  /** What the first label with this id says; empty when there is none. */
  String text(String id) {
    return robot.lookup(id).queryAll().stream()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .findFirst()
        .orElse("");
  }

  boolean shows(String text) {
    return robot.lookup(text).queryAll().stream().anyMatch(Node::isVisible);
  }

  /** Waits until all that is in sight has been computed. */
  void settle() throws TimeoutException {
    for (int quiet = 0; quiet < 10; quiet++) {
      await(window::isSettled);
    }
  }

  void take(String name) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000, () -> Picture.write(test.scene, PICTURES.resolve(name)));
  }

  static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
