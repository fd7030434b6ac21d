package dev.loopscope.agent.it;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A window, without a display, whose application thread is under load. */
public final class JavaFxProgram {
  private static final double SIZE = 100;

  private JavaFxProgram() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CountDownLatch shown = new CountDownLatch(1);
    Platform.startup(() -> show(shown));
    shown.await();
    new ProgramCommands(JavaFxProgram::doAll, JavaFxProgram::blockTwo).serve();
    System.exit(0);
  }

  private static void show(CountDownLatch shown) {
    Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
    Stage stage = new Stage();
    stage.setScene(new Scene(new Group(), SIZE, SIZE));
    stage.show();
    new AnimationTimer() {
      @Override
      public void handle(long nanos) {
        shown.countDown(); // pulses go on for good
      }
    }.start();
  }

  private static void doAll(OwnCounts counts, int tasks) throws InterruptedException {
    for (int i = 0; i < tasks; i++) {
      counts.submitted.addAndGet(2);
      Platform.runLater(counts.command(i % 10 == 0));
      Platform.runLater(i % 100 == 0 ? dialog(counts, i % 200 == 0) : counts.command(false));
    }
    while (!counts.settled()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  /** Keeps the application thread for that long, in a task and in a handler of the mouse. */
  private static void blockTwo(long millis) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(2);
    Platform.runLater(
        () -> {
          FrameworkProgram.block(millis);
          over.countDown();
          Stage stage = (Stage) Window.getWindows().get(0);
          stage
              .getScene()
              .setOnMousePressed(
                  pressed -> {
                    FrameworkProgram.block(millis);
                    over.countDown();
                  });
          Robot robot = new Robot();
          robot.mouseMove(stage.getX() + SIZE / 2, stage.getY() + SIZE / 2);
          robot.mouseClick(MouseButton.PRIMARY);
        });
    over.await();
  }

  /** Waits for a further task inside a task, as a modal dialog does. */
  private static Runnable dialog(OwnCounts counts, boolean fails) {
    return () -> {
      Object key = new Object();
      counts.submitted.incrementAndGet();
      Platform.runLater(
          () -> {
            Platform.exitNestedEventLoop(key, null);
            counts.done.incrementAndGet();
          });
      Platform.enterNestedEventLoop(key);
      counts.command(fails).run();
    };
  }
}
