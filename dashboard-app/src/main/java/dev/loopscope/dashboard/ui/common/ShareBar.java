package dev.loopscope.dashboard.ui.common;

import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A share of 1 as a horizontal bar. */
public final class ShareBar extends StackPane {

  private static final double HEIGHT = 8;

  /**
   * A bar of which as much is filled as the share.
   *
   * @param width of the whole, in pixels
   * @param blames whether the share is somebody's fault, and not only a part of a whole
   */
  public ShareBar(double share, double width, boolean blames) {
    getStyleClass().add("share-track");
    setAlignment(Pos.CENTER_LEFT);
    Region bar = new Region();
    bar.getStyleClass().add(blames ? "share-bar-danger" : "share-bar");
    double length = width * Math.min(1, Math.max(0, share));
    bar.setPrefWidth(length);
    bar.setMaxSize(length, HEIGHT);
    bar.setMinSize(length, HEIGHT);
    setPrefSize(width, HEIGHT);
    setMinSize(width, HEIGHT);
    setMaxSize(width, HEIGHT);
    getChildren().add(bar);
  }
}
