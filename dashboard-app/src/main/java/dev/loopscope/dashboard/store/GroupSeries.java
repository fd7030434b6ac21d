package dev.loopscope.dashboard.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The series of several loops as one: at each moment every one of them counts alike, so that lag is
 * that of a task which arrives at any of them.
 */
final class GroupSeries {

  private final TimeSpan span;
  private final int buckets;
  private final TimeSpan known;
  private final LagBuckets lags;
  private final List<LoopSeries> members = new ArrayList<>();

  GroupSeries(TimeSpan span, int buckets, TimeSpan known) {
    this.span = span;
    this.buckets = buckets;
    this.known = known;
    lags = new LagBuckets(span, buckets);
  }

  void add(Lane lane, LanePainter painter) {
    members.add(lane.series(span, buckets, known, painter));
    lane.addLag(lags, known);
  }

  LoopSeries series() {
    LoopSeries series = SeriesBuckets.unknown(span, buckets);
    for (int i = 0; i < buckets && !members.isEmpty(); i++) {
      long from = Math.max(known.fromNanos(), lags.startNanos(i));
      long to = Math.min(known.toNanos(), lags.startNanos(i + 1));
      if (to > from) {
        long observed = (to - from) * members.size();
        LagCounts counts = lags.get(i);
        series.lagP50Nanos()[i] = counts == null ? 0 : counts.percentile(0.5, observed);
        series.lagP99Nanos()[i] = counts == null ? 0 : counts.percentile(0.99, observed);
        series.lagMaxNanos()[i] = counts == null ? 0 : counts.maxNanos();
        sum(series, i);
      }
    }
    return series;
  }

  private void sum(LoopSeries series, int i) {
    double busy = 0;
    int told = 0;
    for (LoopSeries member : members) {
      series.runs()[i] += member.runs()[i];
      if (!Double.isNaN(member.busy()[i])) {
        busy += member.busy()[i];
        told++;
      }
    }
    series.busy()[i] = told == 0 ? Double.NaN : busy / told;
  }
}
