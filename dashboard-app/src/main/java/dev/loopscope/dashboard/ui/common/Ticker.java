package dev.loopscope.dashboard.ui.common;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

/** Calls something at even intervals as long as a node is in a scene; stops by itself after. */
public final class Ticker {

  private Ticker() {}

  /** Calls {@code action} at once when {@code node} enters a scene, then every {@code millis}. */
  public static void whileShown(Node node, double millis, Runnable action) {
    Timeline timeline = new Timeline(new KeyFrame(Duration.millis(millis), event -> action.run()));
    timeline.setCycleCount(Animation.INDEFINITE);
    node.sceneProperty()
        .subscribe(
            scene -> {
              if (scene == null) {
                timeline.stop();
              } else {
                action.run();
                timeline.play();
              }
            });
  }
}
