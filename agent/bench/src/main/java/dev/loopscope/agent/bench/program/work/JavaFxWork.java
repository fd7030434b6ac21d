package dev.loopscope.agent.bench.program.work;

import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Tasks on the application thread of a window, without a screen, that is drawn all the time. */
final class JavaFxWork implements Work {
  private static final int PIXELS = 100;

  @Override
  public void start(Flow flow) throws InterruptedException {
    System.setProperty("glass.platform", "Monocle");
    System.setProperty("monocle.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CountDownLatch drawn = new CountDownLatch(1);
    Platform.startup(() -> show(drawn));
    drawn.await();
    flow.add(Platform::runLater);
  }

  private static void show(CountDownLatch drawn) {
    Stage stage = new Stage();
    stage.setScene(new Scene(new Group(), PIXELS, PIXELS));
    stage.show();
    new AnimationTimer() {
      @Override
      public void handle(long nanos) {
        drawn.countDown(); // pulses go on for good
      }
    }.start();
  }
}
