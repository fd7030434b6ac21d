package dev.loopscope.dashboard.ui.timeline.raster;

import dev.loopscope.dashboard.store.LaneCells;

/** Many lanes in one: per column the busiest, and whether any of them was blocked. */
public final class HeatStrip {

  private final int[] busiest;
  private final int[] flags;
  private final int[] kinds;

  public HeatStrip(int columns) {
    busiest = new int[columns];
    flags = new int[columns];
    kinds = new int[columns];
  }

  /** Adds a lane; it has at least as many cells as this strip has columns. */
  public void add(LaneCells cells) {
    for (int i = 0; i < busiest.length; i++) {
      if (cells.busy(i) > busiest[i]) {
        busiest[i] = cells.busy(i);
        kinds[i] = cells.kind(i);
      }
      flags[i] |= flag(cells, i, LaneCells.BLOCKED) | flag(cells, i, LaneCells.LONG);
      flags[i] |= flag(cells, i, LaneCells.GAP) | flag(cells, i, LaneCells.FAILED);
    }
  }

  private static int flag(LaneCells cells, int i, int flag) {
    return cells.has(i, flag) ? flag : 0;
  }

  public int columns() {
    return busiest.length;
  }

  /** Puts the strip into {@code cells}, which was prepared for as many columns. */
  public void copyTo(LaneCells cells) {
    for (int i = 0; i < busiest.length; i++) {
      cells.set(i, busiest[i], busiest[i] == 0 ? -1 : kinds[i], 0, 0, flags[i]);
    }
  }
}
