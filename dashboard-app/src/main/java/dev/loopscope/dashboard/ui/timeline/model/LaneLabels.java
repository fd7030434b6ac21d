package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabel.Style;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the labels of a frame. Names of runs come from the cells that were drawn anyway: a row of
 * full cells without a start in between is one run. Only stalls, which are few, are looked up.
 */
public final class LaneLabels {

  /** Slices narrower than this carry no text. */
  public static final double MIN_WIDTH = 40;

  private static final double MIN_LANE = 14;
  private static final double PADDING = StallLabels.PADDING;
  private static final int FULL = 250;
  private static final RunKind[] KINDS = RunKind.values();

  private final TextMeasure measure;
  private final List<LaneLabel> labels = new ArrayList<>();

  public LaneLabels(TextMeasure measure) {
    this.measure = measure;
  }

  /** Forgets the last frame. */
  public void clear() {
    labels.clear();
  }

  /** All labels of the frame so far. */
  public List<LaneLabel> labels() {
    return List.copyOf(labels);
  }

  /**
   * A text centred at {@code x} as far as the frame, earlier bands and stalls leave room for it.
   */
  public void band(String text, double centre, double top, double height, double frameWidth) {
    double width = measure.width(text);
    double x = Math.max(2, Math.min(frameWidth - width - 2, centre - width / 2));
    boolean free =
        labels.stream()
            .filter(other -> other.style() != Style.RUN && other.style() != Style.HEADER)
            .filter(other -> Math.abs(other.top() - top) < 1)
            .noneMatch(other -> x < other.right() + PADDING && other.x() < x + width + PADDING);
    if (free) {
      labels.add(new LaneLabel(text, Style.BAND, x, top, width, height));
    }
  }

  /** A text at the left end of a group's header, as much as fits. */
  public void header(String text, double top, double height, double frameWidth) {
    String fitting = measure.fit(text, frameWidth - 2 * PADDING);
    labels.add(new LaneLabel(fitting, Style.HEADER, PADDING, top, measure.width(fitting), height));
  }

  /** A text within {@code left} and {@code right}, as much as fits. */
  public void slice(String text, double left, double right, double top, double height) {
    if (right - left < MIN_WIDTH || height < MIN_LANE) {
      return;
    }
    String fitting = measure.fit(text, right - left - PADDING);
    if (!fitting.isEmpty()) {
      labels.add(
          new LaneLabel(
              fitting, Style.RUN, left + PADDING / 2, top, measure.width(fitting), height));
    }
  }

  /**
   * Adds the labels of a lane.
   *
   * @param cells what was drawn, {@code cellsPerPixel} cells a pixel
   * @param stalls the stalls of this loop, by time
   */
  public void lane(
      Trace trace,
      LaneCells cells,
      double cellsPerPixel,
      TimeScale scale,
      List<Stall> stalls,
      double top,
      double height) {
    if (height < MIN_LANE) {
      return;
    }
    List<LaneLabel> told =
        new StallLabels(measure, scale, trace.extent().toNanos(), top, height).place(trace, stalls);
    int from = 0;
    while (from < cells.size()) {
      int to = sliceEnd(cells, from);
      if (to > from && !cells.has(from, LaneCells.MERGED)) {
        addRun(trace, cells, told, from, from / cellsPerPixel, to / cellsPerPixel, top, height);
      }
      from = Math.max(from + 1, to);
    }
    labels.addAll(told);
  }

  private static int sliceEnd(LaneCells cells, int from) {
    int end = from;
    while (end < cells.size()
        && cells.busy(end) >= FULL
        && cells.type(end) == cells.type(from)
        && cells.kind(end) == cells.kind(from)
        && (end == from || !cells.has(end, LaneCells.STARTS))) {
      end++;
    }
    return end;
  }

  private void addRun(
      Trace trace,
      LaneCells cells,
      List<LaneLabel> told,
      int at,
      double left,
      double right,
      double top,
      double height) {
    for (LaneLabel stall : told) {
      if (left < stall.right() + PADDING && stall.x() - PADDING < right) {
        return;
      }
    }
    int kind = cells.kind(at);
    String name =
        cells.type(at) == 0
            ? kind < 0 ? "" : Names.kind(KINDS[kind])
            : CodeNames.type(trace.typeName(cells.type(at)));
    boolean blocked = cells.has(at, LaneCells.BLOCKED);
    if (blocked && isTold(told, left, right)) {
      return;
    }
    if (!blocked) {
      slice(name, left, right, top, height);
    } else if (measure.width("BLOCKED…") + PADDING <= right - left) {
      slice("BLOCKED · " + name, left, right, top, height);
    }
  }

  /** Whether a text beside the run tells of it already. */
  private static boolean isTold(List<LaneLabel> stalls, double left, double right) {
    return stalls.stream()
        .anyMatch(
            stall ->
                Math.abs(stall.x() - right) <= 2 * PADDING
                    || Math.abs(stall.right() - left) <= 2 * PADDING);
  }
}
