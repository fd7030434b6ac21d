package dev.loopscope.dashboard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.ui.settings.Theme;
import dev.loopscope.dashboard.ui.start.SessionSource;
import dev.loopscope.dashboard.ui.support.AppUnderTest;
import dev.loopscope.dashboard.ui.support.ListSession;
import dev.loopscope.dashboard.ui.support.Picture;
import dev.loopscope.dashboard.ui.support.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What stands in the table of alerts, in windows of usual sizes. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class AlertTableTest {

  private static final String LONG = "Store.save · " + Troubles.MIXED;

  /** As in the table: with what keeps a number and its unit on one line. */
  private static final String KEPT = Troubles.inTheTable(LONG);

  private AppUnderTest test;
  private ListSession session;
  private Stage stage;

  @Start
  void start(Stage stage) throws IOException {
    this.stage = stage;
    Path settings = Files.createTempDirectory("loopscope-test").resolve("settings.json");
    test = new AppUnderTest(stage, settings, 1280, 800);
    session = Troubles.session();
    session.alertSettings = test.alertSettings;
    test.opener.next = session;
    test.app.begin(new SessionSource.Demo());
  }

  @Test
  void culpritAndDurationStandWhereTheSentenceIsTooLong(FxRobot robot) throws TimeoutException {
    makeRoom(robot);
    Label label = words(robot, KEPT);
    assertThat(label.getText()).contains("410\u00a0ms, 230\u00a0ms of it");
    assertThat(shownIn(label))
        .startsWith("Store.save · worker-1 was blocked 410 ms")
        .endsWith("...");
    Text line = new Text(LONG);
    line.setFont(label.getFont());
    assertThat(label.getHeight()).isGreaterThan(2 * line.getLayoutBounds().getHeight());
    TreeTableCell<?, ?> cell = (TreeTableCell<?, ?>) label.getParent();
    assertThat(cell.getTooltip().getText()).isEqualTo(LONG);
    assertThat(cell.getHeight()).isGreaterThanOrEqualTo(label.getHeight());
    pictures(robot, "alert-table-1280");

    robot.interact(
        () -> { // all of it within the screen: what draws without one fails at the border
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(1600);
          stage.setHeight(1000);
        });
    await(() -> shownIn(words(robot, KEPT)).startsWith("Store.save · worker-1 was blocked 410 ms"));
    pictures(robot, "alert-table-1600");
  }

  @Test
  void singleAlertNamesItsCulpritFirstToo(FxRobot robot) throws TimeoutException {
    makeRoom(robot);
    words(robot, KEPT);
    TreeTableView<?> table = robot.lookup("#alerts").queryAs(TreeTableView.class);
    robot.interact(
        () ->
            table.getRoot().getChildren().stream()
                .filter(item -> String.valueOf(item.getValue()).contains(Troubles.MIXED))
                .forEach(AlertTableTest::expand));
    await(() -> robot.lookup(KEPT).queryAll().size() > 1);
    pictures(robot, "alert-table-open");
    robot
        .lookup(KEPT)
        .queryAllAs(Label.class)
        .forEach(label -> assertThat(shownIn(label)).contains("worker-1 was blocked 410 ms"));
  }

  /** The table as high as the window lets it be. */
  private void makeRoom(FxRobot robot) throws TimeoutException {
    await(() -> test.app.openSession() != null);
    OpenSession open = Objects.requireNonNull(test.app.openSession());
    robot.interact(() -> open.window().setDividers(0.2, 0.6));
  }

  private static void expand(TreeItem<?> item) {
    item.setExpanded(true);
  }

  private static Label words(FxRobot robot, String text) throws TimeoutException {
    await(() -> !robot.lookup(text).queryAll().isEmpty());
    return robot.lookup(text).queryAllAs(Label.class).iterator().next();
  }

  /** What is left of the words on the screen. */
  private static String shownIn(Label label) {
    return ((Text) label.lookup(".text")).getText().replaceAll("[\\s\u00a0]+", " ");
  }

  /** Light and dark. */
  private void pictures(FxRobot robot, String name) throws TimeoutException {
    picture(robot, name);
    robot.push(KeyCode.CONTROL, KeyCode.T);
    await(() -> test.preferencesFile.load().preferences().theme() == Theme.DARK);
    picture(robot, name + "-dark");
    robot.push(KeyCode.CONTROL, KeyCode.T);
    await(() -> test.preferencesFile.load().preferences().theme() == Theme.LIGHT);
  }

  private void picture(FxRobot robot, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(() -> Picture.write(test.scene, Path.of("target/pictures/" + name + ".png")));
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
