package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.LoopSeries;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Format;
import java.util.Arrays;

/**
 * What happened in a stretch of time on all loops.
 *
 * @param span the stretch
 * @param runs how many runs ended in it
 * @param busiest name of the busiest loop, empty when none was busy
 * @param busy its busy share, 0 to 1
 * @param worstLagNanos the largest lag of any loop
 */
public record RangeSummary(
    TimeSpan span, long runs, String busiest, double busy, long worstLagNanos) {

  /** Costs time by loops: for the background. */
  public static RangeSummary of(Trace trace, TimeSpan span) {
    RangeSummary summary = new RangeSummary(span, 0, "", 0, 0);
    for (LoopInfo info : trace.loops()) {
      summary = summary.with(info, trace.series(info.id(), span, 1));
    }
    return summary;
  }

  private RangeSummary with(LoopInfo info, LoopSeries series) {
    double share = Arrays.stream(series.busy()).filter(b -> !Double.isNaN(b)).max().orElse(0);
    boolean busier = share > busy;
    return new RangeSummary(
        span,
        runs + Arrays.stream(series.runs()).sum(),
        busier ? info.loop().name() : busiest,
        Math.max(busy, share),
        Math.max(worstLagNanos, Arrays.stream(series.lagMaxNanos()).max().orElse(0)));
  }

  /** How long the stretch is, for example {@code 1.23 s}. */
  public String durationText() {
    return Format.duration(span.lengthNanos());
  }

  /** For example {@code 1.23 s · 12,345 runs · busiest worker-2 97 % · worst lag 340 ms}. */
  public String text() {
    String text = durationText() + " · " + Format.plural(runs, "run", "runs");
    return busiest.isEmpty()
        ? text
        : text
            + " · busiest "
            + busiest
            + " "
            + Format.percent(busy)
            + " · worst lag "
            + Format.duration(worstLagNanos);
  }
}
