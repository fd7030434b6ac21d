package dev.loopscope.dashboard.ui.timeline.model;

import java.util.BitSet;

/** Which pixels of a lane are taken; asking costs no more the more has been put there. */
final class PixelSet {

  private final BitSet taken = new BitSet();
  private final double width;

  /**
   * Nothing is taken at first.
   *
   * @param width of the lane
   */
  PixelSet(double width) {
    this.width = width;
  }

  /** Takes the pixels from {@code left} to {@code right}, as far as they are on the lane. */
  void take(double left, double right) {
    int from = Math.max(0, (int) Math.floor(left));
    int to = (int) Math.floor(Math.min(width, right));
    if (from <= to) {
      taken.set(from, to + 1);
    }
  }

  /** Whether all of a text of this width is on the lane and on nothing that is taken. */
  boolean isFree(double x, double textWidth) {
    if (x < 0 || x + textWidth > width) {
      return false;
    }
    int next = taken.nextSetBit((int) Math.floor(x));
    return next < 0 || next > x + textWidth;
  }
}
