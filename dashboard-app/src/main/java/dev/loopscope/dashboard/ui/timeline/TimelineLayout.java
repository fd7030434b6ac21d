package dev.loopscope.dashboard.ui.timeline;

import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

/** Where the parts of the timeline are. */
record TimelineLayout(
    Region overview,
    Region corner,
    Region ruler,
    Region headers,
    Region lanes,
    ScrollBar scrollBar,
    LagPanel lag,
    Region notice) {

  static final double NAMES_WIDTH = 312;

  private static final double OVERVIEW_HEIGHT = 46;
  private static final double RULER_HEIGHT = 30;
  private static final double BAR_WIDTH = 12;
  private static final double MAX_NAMES_SHARE = 0.4;

  void place(double width, double height) {
    double names = Math.floor(Math.min(NAMES_WIDTH, width * MAX_NAMES_SHARE));
    double lagHeight = Math.floor(Math.min(lag.wantedHeight(), height / 3));
    double top = OVERVIEW_HEIGHT + RULER_HEIGHT;
    double middle = Math.max(1, height - top - lagHeight);
    double right = Math.max(1, width - names - BAR_WIDTH);
    put(overview, 0, 0, width, OVERVIEW_HEIGHT);
    put(corner, 0, OVERVIEW_HEIGHT, names, RULER_HEIGHT);
    put(ruler, names, OVERVIEW_HEIGHT, right, RULER_HEIGHT);
    put(headers, 0, top, names, middle);
    put(lanes, names, top, right, middle);
    put(scrollBar, names + right, top, BAR_WIDTH, middle);
    lag.setNamesWidth(names, right);
    put(lag, 0, top + middle, width, lagHeight);
    put(notice, names, top, right, middle);
  }

  private static void put(Node node, double x, double y, double width, double height) {
    node.resizeRelocate(x, y, width, height);
  }
}
