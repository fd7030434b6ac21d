package dev.loopscope.dashboard.ui.timeline.raster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.dashboard.store.TimeSpan;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaneRasterTest {

  private static final int BACKGROUND = Palette.LIGHT.background();
  private static final int HEIGHT = 20;
  private static final int TASK = 0;

  private final LaneCells cells = new LaneCells();
  private final PixelArea area = new PixelArea(40, HEIGHT + 4);

  LaneRasterTest() {
    cells.prepare(new TimeSpan(0, 40), 40);
  }

  private void draw(boolean searching) {
    area.fill(0, 0, 40, HEIGHT + 4, 0xff123456);
    CellColours colours = new CellColours(Palette.LIGHT, searching, type -> type == 7);
    new LaneRaster().draw(area, 2, HEIGHT, cells, colours, BACKGROUND);
  }

  private void slice(int from, int to, int type, int flags) {
    for (int i = from; i < to; i++) {
      cells.set(i, 255, TASK, type, 1, flags | (i == from ? LaneCells.STARTS : 0));
    }
  }

  private Set<Integer> column(int x) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 2; y < HEIGHT + 2; y++) {
      colours.add(area.get(x, y));
    }
    return colours;
  }

  @Test
  void theHeightOfABarIsItsBusyShare() {
    cells.set(5, 128, TASK, 0, 3, 0);
    draw(false);
    assertThat(area.get(5, 2 + HEIGHT - 1)).isNotEqualTo(BACKGROUND);
    assertThat(area.get(5, 2 + HEIGHT / 2 + 1)).isNotEqualTo(BACKGROUND);
    assertThat(area.get(5, 2 + HEIGHT / 2 - 2)).isEqualTo(BACKGROUND);
  }

  @Test
  void theShortestRunIsStillVisible() {
    cells.set(5, 1, TASK, 0, 1, LaneCells.STARTS);
    draw(false);
    assertThat(column(5)).hasSize(2);
  }

  @Test
  void nothingIsDrawnOutsideOfTheLane() {
    slice(0, 40, 1, LaneCells.BLOCKED);
    draw(false);
    for (int x = 0; x < 40; x++) {
      assertThat(area.get(x, 1)).isEqualTo(0xff123456);
      assertThat(area.get(x, HEIGHT + 2)).isEqualTo(0xff123456);
    }
  }

  @Test
  void aLaneThatIsPartlyOutOfSightIsCut() {
    slice(0, 40, 1, 0);
    CellColours colours = new CellColours(Palette.LIGHT, false, type -> true);
    new LaneRaster().draw(area, -10, HEIGHT, cells, colours, BACKGROUND);
    new LaneRaster().draw(area, 15, HEIGHT, cells, colours, BACKGROUND);
    assertThat(area.get(10, 0)).isEqualTo(area.get(10, HEIGHT + 3)).isNotEqualTo(BACKGROUND);
  }

  @Test
  void oneBlockedPixelIsFullHeightAndStriped() {
    cells.set(9, 2, TASK, 0, 1, LaneCells.BLOCKED);
    draw(false);
    assertThat(column(9)).hasSize(2).contains(Palette.LIGHT.blocked());
    assertThat(column(8)).containsExactly(BACKGROUND);
  }

  @Test
  void mergedRunsHaveADottedTopAndLessContrast() {
    slice(0, 20, 1, 0);
    slice(20, 40, 1, LaneCells.MERGED);
    draw(false);
    Set<Integer> tops = new HashSet<>();
    for (int x = 22; x < 40; x++) {
      tops.add(area.get(x, 2));
    }
    assertThat(tops).hasSize(2).contains(BACKGROUND);
    assertThat(Argb.contrast(area.get(30, 12), BACKGROUND))
        .isLessThan(Argb.contrast(area.get(10, 12), BACKGROUND));
  }

  @Test
  void neighboursAreToldApartByALine() {
    slice(0, 20, 1, 0);
    slice(20, 40, 1, 0);
    draw(false);
    assertThat(area.get(20, 12)).isNotEqualTo(area.get(19, 12)).isNotEqualTo(area.get(21, 12));
    assertThat(area.get(19, 12)).isEqualTo(area.get(21, 12));
  }

  @Test
  void aRunThatStillLastsHasABrightEdge() {
    slice(10, 30, 1, LaneCells.OPEN);
    draw(false);
    assertThat(column(29)).containsExactly(Palette.LIGHT.open());
    assertThat(area.get(27, 12)).isNotEqualTo(Palette.LIGHT.open());
  }

  @Test
  void aPartlyCoveredEdgeIsBlendedNotShortened() {
    slice(10, 20, 1, 0);
    cells.set(20, 100, TASK, 1, 0, 0);
    draw(false);
    assertThat(column(20)).hasSize(1).doesNotContain(BACKGROUND);
  }

  @Test
  void aFailedRunHasADarkFoot() {
    slice(10, 20, 1, 0);
    cells.mark(19, LaneCells.FAILED);
    draw(false);
    assertThat(area.get(19, HEIGHT + 1)).isEqualTo(Palette.LIGHT.failed());
  }

  @Test
  void lostRunsAreHatched() {
    cells.mark(5, LaneCells.GAP);
    draw(false);
    assertThat(column(5)).hasSize(2);
  }

  @Test
  void searchFadesWhatIsNotLookedFor() {
    slice(0, 20, 7, 0);
    slice(20, 40, 8, 0);
    draw(true);
    assertThat(Argb.contrast(area.get(30, 12), BACKGROUND)).isLessThan(1.5);
    assertThat(Argb.contrast(area.get(10, 12), BACKGROUND)).isGreaterThan(2);
  }

  @Test
  void aHeatStripKeepsTheBusiestAndEveryBlock() {
    slice(0, 10, 1, LaneCells.BLOCKED);
    HeatStrip strip = new HeatStrip(40);
    strip.add(cells);
    LaneCells quiet = new LaneCells();
    quiet.prepare(new TimeSpan(0, 40), 40);
    strip.add(quiet);
    LaneCells together = new LaneCells();
    together.prepare(new TimeSpan(0, 40), 40);
    strip.copyTo(together);
    assertThat(together.busy(5)).isEqualTo(255);
    assertThat(together.has(5, LaneCells.BLOCKED)).isTrue();
    assertThat(together.busy(20)).isZero();
  }
}
