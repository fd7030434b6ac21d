package dev.loopscope.dashboard.ui.timeline.model;

/** How far the rows are scrolled, in pixels. */
public final class RowScroll {

  private double offset;
  private double height = 1;

  /** Tells how high the window upon the rows is. */
  public void heightIs(double pixels, RowLayout layout) {
    height = Math.max(1, pixels);
    to(offset, layout);
  }

  /** Scrolls so that {@code wanted} is the first pixel, as far as there are rows. */
  public void to(double wanted, RowLayout layout) {
    offset = Math.round(Math.max(0, Math.min(wanted, max(layout))));
  }

  public void by(double pixels, RowLayout layout) {
    to(offset + pixels, layout);
  }

  /** Scrolls just as far as needed to see row {@code index}; -1 changes nothing. */
  public void reveal(RowLayout layout, int index) {
    if (index < 0) {
      return;
    }
    double top = layout.top(index);
    double bottom = top + layout.height(index);
    if (top < offset) {
      to(top, layout);
    } else if (bottom > offset + height) {
      to(bottom - height, layout);
    }
  }

  public double offset() {
    return offset;
  }

  public double height() {
    return height;
  }

  /** The largest offset. */
  public double max(RowLayout layout) {
    return Math.max(0, layout.totalHeight() - height);
  }
}
