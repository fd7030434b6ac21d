package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabel.Style;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places the texts of one lane's blocked runs: in the run where that is wide enough, else beside
 * it, where they hide neither each other nor another blocked run. The longest runs choose first.
 */
final class StallLabels {

  static final double PADDING = 6;

  private final TextMeasure measure;
  private final TimeScale scale;
  private final long nowNanos;
  private final double top;
  private final double height;
  private final List<LaneLabel> placed = new ArrayList<>();
  private List<Stall> all = List.of();

  StallLabels(TextMeasure measure, TimeScale scale, long nowNanos, double top, double height) {
    this.measure = measure;
    this.scale = scale;
    this.nowNanos = nowNanos;
    this.top = top;
    this.height = height;
  }

  /** Places texts for {@code stalls}, all of the same lane. */
  List<LaneLabel> place(Trace trace, List<Stall> stalls) {
    all = stalls;
    stalls.stream()
        .sorted(Comparator.comparingLong(stall -> stall.run().startNanos() - end(stall)))
        .forEach(stall -> place(trace, stall));
    return placed;
  }

  private void place(Trace trace, Stall stall) {
    if (right(stall) < 0 || left(stall) > scale.width()) {
      return;
    }
    String full = StallText.full(trace, stall, nowNanos);
    String brief = StallText.brief(stall, nowNanos);
    if (!inside(full, stall) && !beside(full, stall) && !inside(brief, stall)) {
      beside(brief, stall);
    }
  }

  private boolean inside(String text, Stall stall) {
    double left = Math.max(0, left(stall));
    double right = Math.min(scale.width(), right(stall));
    double width = measure.width(text);
    if (width + 2 * PADDING > right - left) {
      return false;
    }
    return put(text, Style.BLOCKED_INSIDE, left + PADDING, width);
  }

  private boolean beside(String text, Stall stall) {
    double width = measure.width(text);
    double after = right(stall) + PADDING;
    double before = left(stall) - PADDING - width;
    if (isFree(after, width, stall)) {
      return put(text, Style.BLOCKED_BESIDE, after, width);
    }
    return isFree(before, width, stall) && put(text, Style.BLOCKED_BESIDE, before, width);
  }

  private boolean isFree(double x, double width, Stall own) {
    if (x < 0 || x + width > scale.width()) {
      return false;
    }
    boolean hidesText =
        placed.stream()
            .anyMatch(other -> x < other.right() + PADDING && other.x() < x + width + PADDING);
    boolean hidesRun =
        all.stream()
            .filter(other -> other.id() != own.id())
            .anyMatch(other -> left(other) < x + width && right(other) > x);
    return !hidesText && !hidesRun;
  }

  private boolean put(String text, Style style, double x, double width) {
    return placed.add(new LaneLabel(text, style, x, top, width, height));
  }

  private double left(Stall stall) {
    return scale.x(stall.run().startNanos());
  }

  private double right(Stall stall) {
    return scale.x(end(stall));
  }

  private long end(Stall stall) {
    return stall.isOpen() ? nowNanos : stall.endNanos();
  }
}
