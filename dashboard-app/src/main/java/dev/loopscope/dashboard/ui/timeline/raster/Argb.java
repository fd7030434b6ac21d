package dev.loopscope.dashboard.ui.timeline.raster;

/** Arithmetic on opaque colours packed as {@code 0xAARRGGBB}. */
public final class Argb {

  private Argb() {}

  /** {@code share} of {@code over} (0 to 255) upon {@code under}; the result is opaque. */
  public static int mix(int under, int over, int share) {
    int rest = 255 - share;
    int red = (((under >> 16) & 0xff) * rest + ((over >> 16) & 0xff) * share) / 255;
    int green = (((under >> 8) & 0xff) * rest + ((over >> 8) & 0xff) * share) / 255;
    int blue = ((under & 0xff) * rest + (over & 0xff) * share) / 255;
    return 0xff000000 | red << 16 | green << 8 | blue;
  }

  /** Contrast of two colours as WCAG defines it, 1 to 21. */
  public static double contrast(int one, int other) {
    double a = luminance(one) + 0.05;
    double b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear((colour >> 16) & 0xff)
        + 0.7152 * linear((colour >> 8) & 0xff)
        + 0.0722 * linear(colour & 0xff);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
