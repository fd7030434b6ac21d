package dev.loopscope.dashboard.ui.flame;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Places the nodes of a tree: the callers below, as wide as their share of the samples. Zooming
 * into a node makes it as wide as all; what leads to it stays below as wide.
 */
record FlameLayout(List<FlameCell> cells, int rows) {

  FlameLayout {
    cells = List.copyOf(cells);
  }

  /**
   * Cells caller before callee, from left to right.
   *
   * @param zoomed the node that takes the whole width, null for all
   */
  static FlameLayout of(FlameTree tree, @Nullable FlameNode zoomed) {
    List<FlameCell> cells = new ArrayList<>();
    List<FlameNode> path = zoomed == null ? List.of() : path(tree.roots(), zoomed);
    if (path.isEmpty()) {
      place(tree.roots(), null, 0, 0, tree.samples(), cells);
    } else {
      FlameCell at = null;
      for (FlameNode node : path) {
        at = new FlameCell(node, at, cells.size(), 0, 1, !node.equals(zoomed));
        cells.add(at);
      }
      FlameNode last = path.get(path.size() - 1);
      place(last.callees(), at, path.size(), 0, last.samples(), cells);
    }
    int rows = cells.stream().mapToInt(cell -> cell.depth() + 1).max().orElse(0);
    return new FlameLayout(cells, rows);
  }

  private static void place(
      List<FlameNode> nodes,
      @Nullable FlameCell caller,
      int depth,
      double from,
      double samplesOfAll,
      List<FlameCell> cells) {
    double left = from;
    for (FlameNode node : nodes) {
      double right = left + node.samples() / samplesOfAll;
      FlameCell cell = new FlameCell(node, caller, depth, left, right, false);
      cells.add(cell);
      place(node.callees(), cell, depth + 1, left, samplesOfAll, cells);
      left = right;
    }
  }

  /** From an outermost node to {@code wanted}, both included; empty when it is not in the tree. */
  private static List<FlameNode> path(List<FlameNode> nodes, FlameNode wanted) {
    for (FlameNode node : nodes) {
      if (node.equals(wanted)) {
        return List.of(node);
      }
      List<FlameNode> rest = path(node.callees(), wanted);
      if (!rest.isEmpty()) {
        List<FlameNode> whole = new ArrayList<>();
        whole.add(node);
        whole.addAll(rest);
        return whole;
      }
    }
    return List.of();
  }

  @Nullable FlameCell callee(FlameCell cell) {
    return cells.stream()
        .filter(other -> cell.equals(other.caller()))
        .max((a, b) -> Integer.compare(a.node().samples(), b.node().samples()))
        .orElse(null);
  }

  /** The next cell to the right ({@code by} 1) or left ({@code by} -1) in the same row. */
  @Nullable FlameCell beside(FlameCell cell, int by) {
    List<FlameCell> row = cells.stream().filter(c -> c.depth() == cell.depth()).toList();
    int index = row.indexOf(cell) + by;
    return index < 0 || index >= row.size() ? null : row.get(index);
  }

  @Nullable FlameCell of(@Nullable FlameNode node) {
    return cells.stream().filter(cell -> cell.node().equals(node)).findFirst().orElse(null);
  }
}
