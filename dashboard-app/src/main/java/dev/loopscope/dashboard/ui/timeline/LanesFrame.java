package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabels;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.FlowRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.GroupRow;
import dev.loopscope.dashboard.ui.timeline.model.LaneRow.LoopRow;
import dev.loopscope.dashboard.ui.timeline.model.RowLayout;
import dev.loopscope.dashboard.ui.timeline.model.TimeScale;
import dev.loopscope.dashboard.ui.timeline.model.TimelineModel;
import dev.loopscope.dashboard.ui.timeline.raster.CellColours;
import dev.loopscope.dashboard.ui.timeline.raster.HeatStrip;
import dev.loopscope.dashboard.ui.timeline.raster.LaneRaster;
import dev.loopscope.dashboard.ui.timeline.raster.Palette;
import dev.loopscope.dashboard.ui.timeline.raster.PixelArea;
import dev.loopscope.dashboard.words.FrameworkFamily;
import dev.loopscope.dashboard.words.VirtualThreadWords;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.VirtualThreads;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws one frame of the lanes: for each row in sight one query with a cell a pixel, then bands
 * over all. Its price depends on pixels and rows, not on runs.
 */
public final class LanesFrame {

  private static final double GAP_PIXELS = 2;

  private final TimelineModel model;
  private final LaneCells cells = new LaneCells();
  private final LaneRaster raster = new LaneRaster();
  private final FlowRaster flows = new FlowRaster();
  private final BandsLayer bands;
  private final Map<Integer, List<Stall>> stalls = new HashMap<>();

  public LanesFrame(TimelineModel model) {
    this.model = model;
    this.bands = new BandsLayer(model);
  }

  /**
   * Fills {@code area} and finds its labels.
   *
   * @param density device pixels a logical pixel
   */
  public void render(
      PixelArea area, double density, TimeScale scale, Palette palette, LaneLabels labels) {
    labels.clear();
    CellColours colours =
        new CellColours(
            palette,
            model.search().isActive(),
            type -> model.search().matches(type, model.trace()::typeName));
    collectStalls(scale.span());
    RowLayout layout = model.lanes().layout();
    double scroll = model.scroll().offset();
    int drawn = 0;
    int row = Math.max(0, layout.indexAt(scroll));
    for (; row < layout.size() && layout.top(row) < scroll + area.height() / density; row++) {
      double top = layout.top(row) - scroll;
      int y = (int) Math.round(top * density);
      int bottom = (int) Math.round((top + layout.height(row)) * density);
      int background = background(layout.row(row), row, palette);
      area.fill(0, y, area.width(), bottom, background);
      int gap = layout.height(row) >= 10 ? (int) Math.round(GAP_PIXELS * density) : 0;
      Place place = new Place(area, density, scale, colours, y + gap, bottom - gap, background);
      drawRow(layout.row(row), place, labels, top, layout.height(row));
      drawn = bottom;
    }
    area.fill(0, drawn, area.width(), area.height(), palette.background());
    bands.draw(area, density, scale, palette, labels);
  }

  /** Where and how a row is drawn, in device pixels. */
  record Place(
      PixelArea area,
      double density,
      TimeScale scale,
      CellColours colours,
      int y,
      int bottom,
      int background) {}

  private void drawRow(LaneRow row, Place place, LaneLabels labels, double top, double rowHeight) {
    if (row instanceof LoopRow lane) {
      drawLoop(lane.loop(), place);
      labels.lane(
          model.trace(),
          cells,
          place.density,
          place.scale,
          stalls.getOrDefault(lane.loop(), List.of()),
          top,
          rowHeight);
    } else if (row instanceof GroupRow group && group.collapsed()) {
      drawTogether(group, place);
    } else if (row instanceof GroupRow group) {
      tellVirtualThreads(group, place.scale, labels, top, rowHeight);
    } else if (row instanceof FlowRow flow) {
      flows.draw(flow.flow(), place, model.trace(), labels, top, rowHeight);
    }
  }

  /** At the head of their carriers: what virtual threads do shows in no single lane. */
  private void tellVirtualThreads(
      GroupRow group, TimeScale scale, LaneLabels labels, double top, double height) {
    if (group.level() == 0 && group.framework().family() == FrameworkFamily.VIRTUAL_THREADS) {
      List<VirtualThreads> known = model.trace().virtualThreads(scale.span());
      if (!known.isEmpty()) {
        String words = VirtualThreadWords.of(known.get(known.size() - 1));
        labels.header(words, top, height, scale.width());
      }
    }
  }

  private void drawLoop(int loop, Place place) {
    cells.prepare(place.scale.span(), place.area.width());
    model.trace().lane(loop, cells);
    int height = place.bottom - place.y;
    raster.draw(place.area, place.y, height, cells, place.colours, place.background);
  }

  private void drawTogether(GroupRow group, Place place) {
    HeatStrip strip = new HeatStrip(place.area.width());
    for (LoopInfo info : group.loops()) {
      cells.prepare(place.scale.span(), place.area.width());
      model.trace().lane(info.id(), cells);
      strip.add(cells);
    }
    cells.prepare(place.scale.span(), place.area.width());
    strip.copyTo(cells);
    int height = place.bottom - place.y;
    raster.draw(place.area, place.y, height, cells, place.colours, place.background);
  }

  private int background(LaneRow row, int index, Palette palette) {
    if (row instanceof GroupRow) {
      return palette.group();
    }
    Selected selected = model.selection().selected();
    if (row instanceof LoopRow lane && lane.loop() == selected.loop()) {
      return palette.selectedLane();
    }
    return (index & 1) == 0 ? palette.background() : palette.stripe();
  }

  private void collectStalls(TimeSpan span) {
    stalls.clear();
    for (Stall stall : model.trace().stalls()) {
      if (stall.run().startNanos() < span.toNanos()
          && (stall.isOpen() || stall.endNanos() >= span.fromNanos())) {
        stalls.computeIfAbsent(stall.loop(), unused -> new ArrayList<>()).add(stall);
      }
    }
  }
}
