package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.ui.timeline.model.LaneRow.GroupRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.LoopRow;
import java.util.List;

/** Rows and where they are, in pixels from the top of the first. Immutable. */
public final class RowLayout {

  public static final double GROUP_HEIGHT = 24;

  public static final RowLayout EMPTY = new RowLayout(List.of(), 1);

  private final List<LaneRow> rows;
  private final double[] tops;

  public RowLayout(List<? extends LaneRow> rows, double laneHeight) {
    this.rows = List.copyOf(rows);
    tops = new double[rows.size() + 1];
    for (int i = 0; i < rows.size(); i++) {
      tops[i + 1] = tops[i] + (rows.get(i) instanceof GroupRow ? GROUP_HEIGHT : laneHeight);
    }
  }

  public List<LaneRow> rows() {
    return rows;
  }

  public LaneRow row(int index) {
    return rows.get(index);
  }

  public int size() {
    return rows.size();
  }

  public double top(int index) {
    return tops[index];
  }

  public double height(int index) {
    return tops[index + 1] - tops[index];
  }

  public double totalHeight() {
    return tops[rows.size()];
  }

  /** The row at {@code y}, -1 where there is none. */
  public int indexAt(double y) {
    if (y < 0 || y >= totalHeight()) {
      return -1;
    }
    int low = 0;
    int high = rows.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tops[middle] <= y) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The row of {@code loop}, or of its group while that is collapsed; -1 when there is none. */
  public int indexOf(int loop) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof LoopRow lane && lane.loop() == loop) {
        return i;
      } else if (rows.get(i) instanceof GroupRow group
          && group.collapsed()
          && group.loops().stream().anyMatch(info -> info.id() == loop)) {
        return i;
      }
    }
    return -1;
  }
}
