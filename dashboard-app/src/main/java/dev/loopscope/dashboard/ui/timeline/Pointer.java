package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;

/** Where the pointer is over the lanes and what is there. FX thread. */
final class Pointer {

  private boolean inside;
  private double x;
  private double y;
  private Selected over = Selection.NOTHING;
  private long version;

  void moveTo(double newX, double newY) {
    inside = true;
    x = newX;
    y = newY;
    version++;
  }

  void leave() {
    if (inside) {
      inside = false;
      over = Selection.NOTHING;
      version++;
    }
  }

  void isOver(Selected thing) {
    over = thing;
  }

  boolean isInside() {
    return inside;
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  Selected over() {
    return over;
  }

  /** Grows with every move. */
  long version() {
    return version;
  }
}
