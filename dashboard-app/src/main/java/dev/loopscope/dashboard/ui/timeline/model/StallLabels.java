package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.timeline.model.LaneLabel.Style;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Places the texts of one lane's blocked runs: in the run where that is wide enough, else beside
 * it, where they hide neither each other nor another blocked run. The longest runs choose first.
 *
 * <p>Its price depends on pixels: of runs that begin on the same pixel only the longest has a text,
 * and a text is made only where there is room for the least of it.
 */
final class StallLabels {

  static final double PADDING = 6;

  /** The least that a text says. */
  private static final String LEAST = "BLOCKED";

  private final TextMeasure measure;
  private final TimeScale scale;
  private final long nowNanos;
  private final double top;
  private final double height;
  private final List<LaneLabel> placed = new ArrayList<>();
  private final PixelSet runs;
  private final PixelSet texts;

  StallLabels(TextMeasure measure, TimeScale scale, long nowNanos, double top, double height) {
    this.measure = measure;
    this.scale = scale;
    this.nowNanos = nowNanos;
    this.top = top;
    this.height = height;
    runs = new PixelSet(scale.width());
    texts = new PixelSet(scale.width());
  }

  /** Places texts for {@code stalls}, all of the same lane. */
  List<LaneLabel> place(Trace trace, List<Stall> stalls) {
    Map<Integer, Stall> longest = new HashMap<>();
    for (Stall stall : stalls) {
      double left = left(stall);
      double right = right(stall);
      if (right >= 0 && left <= scale.width()) {
        runs.take(left, right);
        longest.merge((int) Math.max(0, left), stall, this::longer);
      }
    }
    List<Stall> longestFirst =
        longest.values().stream()
            .sorted(
                Comparator.comparingLong(this::length)
                    .reversed()
                    .thenComparingLong(stall -> stall.run().startNanos()))
            .toList();
    double least = measure.width(LEAST);
    for (Stall stall : longestFirst) {
      if (hasRoom(stall, least)) {
        place(trace, stall);
      }
    }
    return placed;
  }

  private Stall longer(Stall a, Stall b) {
    return length(a) >= length(b) ? a : b;
  }

  private long length(Stall stall) {
    return end(stall) - stall.run().startNanos();
  }

  private boolean hasRoom(Stall stall, double width) {
    return fitsInside(width, stall)
        || isFree(right(stall) + PADDING, width)
        || isFree(left(stall) - PADDING - width, width);
  }

  private void place(Trace trace, Stall stall) {
    String full = StallText.full(trace, stall, nowNanos);
    String brief = StallText.brief(stall, nowNanos);
    if (!inside(full, stall) && !beside(full, stall) && !inside(brief, stall)) {
      beside(brief, stall);
    }
  }

  private boolean inside(String text, Stall stall) {
    double width = measure.width(text);
    return fitsInside(width, stall)
        && put(text, Style.BLOCKED_INSIDE, Math.max(0, left(stall)) + PADDING, width);
  }

  private boolean fitsInside(double width, Stall stall) {
    double left = Math.max(0, left(stall));
    double right = Math.min(scale.width(), right(stall));
    return width + 2 * PADDING <= right - left;
  }

  private boolean beside(String text, Stall stall) {
    double width = measure.width(text);
    double after = right(stall) + PADDING;
    double before = left(stall) - PADDING - width;
    if (isFree(after, width)) {
      return put(text, Style.BLOCKED_BESIDE, after, width);
    }
    return isFree(before, width) && put(text, Style.BLOCKED_BESIDE, before, width);
  }

  private boolean isFree(double x, double width) {
    return runs.isFree(x, width) && texts.isFree(x, width);
  }

  private boolean put(String text, Style style, double x, double width) {
    texts.take(x - PADDING, x + width + PADDING);
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
