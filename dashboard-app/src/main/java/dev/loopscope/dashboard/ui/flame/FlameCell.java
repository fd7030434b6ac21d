package dev.loopscope.dashboard.ui.flame;

import org.jspecify.annotations.Nullable;

/**
 * A node and its place.
 *
 * @param node the method
 * @param caller the cell below, null for an outermost one
 * @param depth rows above the lowest
 * @param from left edge, 0 to 1
 * @param to right edge, 0 to 1
 * @param context whether it only leads to what was zoomed into
 */
record FlameCell(
    FlameNode node,
    @Nullable FlameCell caller,
    int depth,
    double from,
    double to,
    boolean context) {

  double width() {
    return to - from;
  }
}
