package dev.loopscope.dashboard.ui.timeline.raster;

import dev.loopscope.dashboard.store.LaneCells;
import java.util.Arrays;

/**
 * Draws one lane from its cells, one column of pixels a cell.
 *
 * <p>A column is a bar whose height is the cell's busy share, so that 3 % looks like little and 97
 * % like a lot. Drawing bars column by column would touch memory all over; instead the lane is
 * drawn row by row from the top: a row is the row above plus the bars that begin in it. Each column
 * changes the row once, each row is one copy, so that the price is a copy of the lane and one pass
 * over its cells, whatever they show.
 *
 * <p>What must not be told by colour alone is added where it occurs: stripes on blocked runs, a
 * dotted top on merged ones, a bright edge on a run that still lasts, a dark foot where one failed.
 */
public final class LaneRaster {

  private static final int FULL = 255;
  private static final int NEARLY_FULL = 250;
  private static final int MIN_BAR = 3;
  private static final int MIN_SLICE = 4;

  private int[] colours = new int[0];
  private int[] tops = new int[0];
  private int[] order = new int[0];
  private int[] firsts = new int[0];
  private int[] row = new int[0];

  /**
   * Fills the columns {@code 0..cells.size()} of {@code area} from {@code y} down to {@code y +
   * height} (exclusive); what lies outside of the area is left out.
   */
  public void draw(
      PixelArea area, int y, int height, LaneCells cells, CellColours colours, int background) {
    int n = Math.min(cells.size(), area.width());
    if (height <= 0 || n == 0) {
      return;
    }
    prepare(n, height);
    choose(n, height, cells, colours, background);
    sortByTop(n, height);
    copyRows(area, y, n, height, background);
    decorate(area, y, n, height, cells, colours.palette(), background);
  }

  private void prepare(int n, int height) {
    if (colours.length < n) {
      colours = new int[n];
      tops = new int[n];
      order = new int[n];
      row = new int[n];
    }
    if (firsts.length < height + 2) {
      firsts = new int[height + 2];
    }
  }

  private void choose(int n, int height, LaneCells cells, CellColours chosen, int background) {
    for (int i = 0; i < n; i++) {
      int busy = cells.busy(i);
      boolean loud = cells.has(i, LaneCells.BLOCKED) || cells.has(i, LaneCells.LONG);
      if (busy == 0 && !loud) {
        tops[i] = height;
        continue;
      }
      int colour = chosen.of(cells, i, background);
      if (loud || busy >= NEARLY_FULL) {
        tops[i] = 0;
        colours[i] = beginsSlice(cells, i, n) ? Argb.mix(colour, background, 150) : colour;
      } else if (isEdge(cells, i, n)) {
        tops[i] = 0;
        colours[i] = Argb.mix(background, colour, busy);
      } else {
        tops[i] = height - Math.max(Math.min(MIN_BAR, height), busy * height / FULL);
        colours[i] = colour;
      }
    }
  }

  /** Whether a run wide enough to be told apart begins here, right after another one. */
  private static boolean beginsSlice(LaneCells cells, int i, int n) {
    if (i == 0 || !cells.has(i, LaneCells.STARTS) || cells.busy(i - 1) == 0) {
      return false;
    }
    int last = Math.min(n, i + MIN_SLICE);
    for (int j = i + 1; j < last; j++) {
      if (cells.has(j, LaneCells.STARTS) || cells.busy(j) < NEARLY_FULL) {
        return false;
      }
    }
    return true;
  }

  /** Whether the cell is where a run that fills its neighbour begins or ends. */
  private static boolean isEdge(LaneCells cells, int i, int n) {
    boolean left = i > 0 && cells.busy(i - 1) == FULL && cells.type(i - 1) == cells.type(i);
    boolean right = i + 1 < n && cells.busy(i + 1) == FULL && cells.type(i + 1) == cells.type(i);
    return left != right;
  }

  private void sortByTop(int n, int height) {
    Arrays.fill(firsts, 0, height + 2, 0);
    for (int i = 0; i < n; i++) {
      firsts[tops[i] + 1]++;
    }
    for (int top = 1; top <= height + 1; top++) {
      firsts[top] += firsts[top - 1];
    }
    for (int i = 0; i < n; i++) {
      order[firsts[tops[i]]++] = i;
    }
  }

  private void copyRows(PixelArea area, int y, int n, int height, int background) {
    Arrays.fill(row, 0, n, background);
    int next = 0;
    for (int line = 0; line < height; line++) {
      while (next < n && tops[order[next]] <= line) {
        row[order[next]] = colours[order[next]];
        next++;
      }
      int target = y + line;
      if (target >= 0 && target < area.height()) {
        System.arraycopy(row, 0, area.pixels(), target * area.width(), n);
      }
    }
  }

  private static void decorate(
      PixelArea area, int y, int n, int height, LaneCells cells, Palette palette, int background) {
    for (int i = 0; i < n; i++) {
      if (cells.has(i, LaneCells.BLOCKED)) {
        area.hatch(i, y, i + 1, y + height, palette.blockedHatch(), 150, true, 3);
      } else if (cells.has(i, LaneCells.MERGED) && (i & 3) < 2) {
        area.fill(i, y, i + 1, y + Math.min(2, height), background);
      }
      if (cells.has(i, LaneCells.GAP)) {
        area.hatch(i, y, i + 1, y + height, palette.gap(), 200, false, 2);
      }
      if (cells.has(i, LaneCells.FAILED)) {
        area.fill(i, y + height - Math.min(4, height), i + 1, y + height, palette.failed());
      }
      if (cells.has(i, LaneCells.OPEN) && (i + 1 == n || !cells.has(i + 1, LaneCells.OPEN))) {
        area.fill(Math.max(0, i - 1), y, i + 1, y + height, palette.open());
      }
    }
  }
}
