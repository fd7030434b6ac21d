package dev.loopscope.dashboard.ui.timeline.raster;

import dev.loopscope.dashboard.store.LaneCells;
import java.util.function.IntPredicate;

/** Chooses the colour of a cell: by kind, shaded by type; long and blocked runs override it. */
public final class CellColours {

  private static final int MERGED_SHARE = 120;
  private static final int UNMATCHED_SHARE = 40;
  private static final int SHADES = 5;
  private static final int SHADE_STEP = 18;

  private final Palette palette;
  private final boolean searching;
  private final IntPredicate wanted;
  private final int[] shaded = new int[4 * SHADES];

  /**
   * Colours for one frame.
   *
   * @param searching whether runs whose type is not {@code wanted} fade
   */
  public CellColours(Palette palette, boolean searching, IntPredicate wanted) {
    this.palette = palette;
    this.searching = searching;
    this.wanted = wanted;
    for (int kind = 0; kind < 4; kind++) {
      for (int shade = 0; shade < SHADES; shade++) {
        shaded[kind * SHADES + shade] =
            Argb.mix(palette.kind(kind), palette.text(), shade * SHADE_STEP);
      }
    }
  }

  public Palette palette() {
    return palette;
  }

  /** The colour of the busy part of cell {@code i} upon {@code background}. */
  public int of(LaneCells cells, int i, int background) {
    int type = cells.type(i);
    if (searching && !wanted.test(type)) {
      return Argb.mix(background, palette.muted(), UNMATCHED_SHARE);
    }
    if (cells.has(i, LaneCells.BLOCKED)) {
      return palette.blocked();
    }
    if (cells.has(i, LaneCells.LONG)) {
      return palette.longRun();
    }
    int kind = Math.min(3, Math.max(0, cells.kind(i)));
    int colour = shaded[kind * SHADES + shade(type)];
    return cells.has(i, LaneCells.MERGED) ? Argb.mix(background, colour, MERGED_SHARE) : colour;
  }

  private static int shade(int type) {
    return Math.floorMod(type * 7, SHADES);
  }
}
