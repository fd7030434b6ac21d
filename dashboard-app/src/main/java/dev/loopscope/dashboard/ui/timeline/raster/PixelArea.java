package dev.loopscope.dashboard.ui.timeline.raster;

import java.util.Arrays;

/** A picture in memory: rows of opaque ARGB, reused from frame to frame. */
public final class PixelArea {

  private static final int HATCH_PERIOD = 8;

  private final int width;
  private final int height;
  private final int[] pixels;

  public PixelArea(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The pixels themselves, row by row; shared, not copied. */
  public int[] pixels() {
    return pixels;
  }

  public int get(int x, int y) {
    return pixels[y * width + x];
  }

  /** Fills the part of a rectangle that lies in the picture; ends are exclusive. */
  public void fill(int x0, int y0, int x1, int y1, int colour) {
    int left = Math.max(0, x0);
    int right = Math.min(width, x1);
    for (int y = Math.max(0, y0); y < Math.min(height, y1) && left < right; y++) {
      Arrays.fill(pixels, y * width + left, y * width + right, colour);
    }
  }

  /** Lays {@code share} of {@code colour} (0 to 255) over a rectangle. */
  public void tint(int x0, int y0, int x1, int y1, int colour, int share) {
    for (int y = Math.max(0, y0); y < Math.min(height, y1); y++) {
      for (int x = Math.max(0, x0); x < Math.min(width, x1); x++) {
        int at = y * width + x;
        pixels[at] = Argb.mix(pixels[at], colour, share);
      }
    }
  }

  /**
   * Draws diagonal stripes, rising when {@code rising}; they join where rectangles touch.
   *
   * @param thickness of a stripe, in pixels of every 8
   */
  public void hatch(
      int x0, int y0, int x1, int y1, int colour, int share, boolean rising, int thickness) {
    for (int y = Math.max(0, y0); y < Math.min(height, y1); y++) {
      for (int x = Math.max(0, x0); x < Math.min(width, x1); x++) {
        int phase = (rising ? x + y : x - y) & (HATCH_PERIOD - 1);
        if (phase < thickness) {
          int at = y * width + x;
          pixels[at] = Argb.mix(pixels[at], colour, share);
        }
      }
    }
  }
}
