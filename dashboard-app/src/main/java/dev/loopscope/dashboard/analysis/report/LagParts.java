package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.analysis.LagDistribution;
import dev.loopscope.dashboard.analysis.LoopLag;
import dev.loopscope.dashboard.store.LoopSeries;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import java.util.ArrayList;
import java.util.List;

/**
 * The lag of some loops together.
 *
 * <p>Exact over the runs that are kept. When the oldest are not kept any more, or runs were merged,
 * what the store knows of the whole session counts, which is what the charts show; of the 90th
 * percentile, which it does not know, the one of the runs that are kept, held between its
 * neighbours.
 */
final class LagParts {

  private final Trace trace;
  private final TimeSpan extent;

  LagParts(Trace trace, TimeSpan extent) {
    this.trace = trace;
    this.extent = extent;
  }

  /**
   * @param loops their numbers
   * @param lags their lags from the runs that are kept, in the same order
   */
  Percentiles of(List<Integer> loops, List<LoopLag> lags) {
    boolean whole = true;
    long observed = 0;
    List<LagDistribution> exact = new ArrayList<>();
    for (int i = 0; i < loops.size(); i++) {
      TimeSpan kept = trace.detail(loops.get(i));
      boolean all = kept.isEmpty() || kept.fromNanos() <= extent.fromNanos();
      whole &= trace.groups(loops.get(i), extent, 1).isEmpty();
      TimeSpan over = all ? extent : kept;
      exact.add(lags.get(i).over(over));
      observed += over.lengthNanos();
      whole &= all;
    }
    Percentiles ofKept = percentiles(observed, LagDistribution.together(exact));
    return whole ? ofKept : ofWhole(loops, ofKept);
  }

  private static Percentiles percentiles(long observedNanos, LagDistribution lag) {
    return new Percentiles(
        observedNanos,
        lag.percentile(0.5),
        lag.percentile(0.9),
        lag.percentile(0.99),
        lag.maxNanos());
  }

  private Percentiles ofWhole(List<Integer> loops, Percentiles ofKept) {
    LoopSeries series = trace.series(loops, extent, 1);
    long p50 = series.lagP50Nanos()[0];
    long p99 = series.lagP99Nanos()[0];
    return p50 < 0 || p99 < p50
        ? ofKept
        : new Percentiles(
            extent.lengthNanos() * loops.size(),
            p50,
            Math.max(p50, Math.min(p99, ofKept.p90Nanos())),
            p99,
            series.lagMaxNanos()[0]);
  }
}
