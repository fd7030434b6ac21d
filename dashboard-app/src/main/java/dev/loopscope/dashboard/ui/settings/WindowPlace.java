package dev.loopscope.dashboard.ui.settings;

/**
 * Where the window was.
 *
 * @param x left edge on the screen, NaN when never known
 * @param y upper edge on the screen, NaN when never known
 * @param width of the window
 * @param height of the window
 * @param maximized whether it filled the screen
 * @param timelineShare share of the height that the timeline has, 0 to 1
 * @param detailsShare share of the width that the tabs have beside the details, 0 to 1
 */
public record WindowPlace(
    double x,
    double y,
    double width,
    double height,
    boolean maximized,
    double timelineShare,
    double detailsShare) {

  public static final double MIN_WIDTH = 1024;
  public static final double MIN_HEIGHT = 640;

  public static final WindowPlace DEFAULT =
      new WindowPlace(Double.NaN, Double.NaN, 1280, 800, false, 0.58, 0.68);

  public WindowPlace {
    width = Math.max(MIN_WIDTH, width);
    height = Math.max(MIN_HEIGHT, height);
    timelineShare = Math.min(0.9, Math.max(0.1, timelineShare));
    detailsShare = Math.min(0.9, Math.max(0.1, detailsShare));
  }

  public WindowPlace withShares(double timeline, double details) {
    return new WindowPlace(x, y, width, height, maximized, timeline, details);
  }
}
