package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.analysis.DelayExplanation.TypeShare;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.GroupBatch.TypeTotal;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Explains why something waited. Single runs are cut to the span and cleared of JVM pauses, so that
 * their shares are exact; merged runs are exact when their group lies within the span. Costs time
 * by the runs of the span.
 */
public final class DelayQuery {

  private static final int MAX_RUNS = 1_000_000;

  private final Trace trace;

  public DelayQuery(Trace trace) {
    this.trace = trace;
  }

  /** Why {@code run} of {@code loop} waited from when it was ready until it began. */
  public DelayExplanation of(int loop, Run run) {
    return of(loop, new TimeSpan(run.readyNanos(), run.startNanos()));
  }

  /**
   * Why the run waited that waited longest of those that began within {@code span}; null when none
   * of them waited. Of merged runs the worst counts.
   *
   * @param mostNanos those that waited longer do not count, such as those behind a blocked run
   */
  public @Nullable DelayExplanation worst(int loop, TimeSpan span, long mostNanos) {
    TimeSpan within = new TimeSpan(span.fromNanos(), span.toNanos() + 1);
    TimeSpan worst = TimeSpan.EMPTY;
    for (Run run : trace.runs(loop, within, 0, MAX_RUNS)) {
      long waited = run.queueDelayNanos();
      if (waited > worst.lengthNanos()
          && waited <= mostNanos
          && within.contains(run.startNanos())) {
        worst = new TimeSpan(run.readyNanos(), run.startNanos());
      }
    }
    for (Group group : trace.groups(loop, within, MAX_RUNS)) {
      if (group.worstDelayNanos() > worst.lengthNanos() && group.worstDelayNanos() <= mostNanos) {
        worst = new TimeSpan(group.fromNanos() - group.worstDelayNanos(), group.fromNanos());
      }
    }
    return worst.isEmpty() ? null : of(loop, worst);
  }

  /** What filled {@code span} on {@code loop}. */
  public DelayExplanation of(int loop, TimeSpan span) {
    Parts parts = new Parts(span, Pauses.within(trace.pauses(span), span));
    for (Run run : trace.runs(loop, span, 0, MAX_RUNS)) {
      if (run.outcome() != Outcome.CANCELLED) {
        parts.add(run.type(), run.kind(), run.startNanos(), run.endNanos());
      }
    }
    for (Group group : trace.groups(loop, span, MAX_RUNS)) {
      parts.add(group);
    }
    OpenRun open = trace.openRun(loop);
    if (open != null) {
      parts.add(open.type(), open.kind(), open.startNanos(), span.toNanos());
    }
    return parts.explanation(loop);
  }

  private static final class Sums {
    long runs;
    long nanos;
  }

  /** Adds up; runs come in time order and do not overlap, damaged ones are cut. */
  private final class Parts {
    private final TimeSpan span;
    private final Pauses pauses;
    private final Map<Integer, Sums> byType = new HashMap<>();
    private long ioNanos;
    private long runs;
    private boolean exact = true;

    Parts(TimeSpan span, Pauses pauses) {
      this.span = span;
      this.pauses = pauses;
    }

    void add(int type, RunKind kind, long startNanos, long endNanos) {
      long from = Math.max(startNanos, span.fromNanos());
      long to = Math.min(endNanos, span.toNanos());
      boolean within = startNanos < span.toNanos() && endNanos > span.fromNanos();
      if (!within && !(startNanos == endNanos && span.contains(startNanos))) {
        return;
      }
      long nanos = Math.max(0, to - from) - pauses.nanosWithin(from, to);
      if (kind == RunKind.IO) {
        ioNanos += nanos;
      } else {
        add(type, 1, nanos);
      }
    }

    private void add(int type, long count, long nanos) {
      Sums sums = byType.computeIfAbsent(type, number -> new Sums());
      sums.runs += count;
      sums.nanos += nanos;
      runs += count;
    }

    void add(Group group) {
      long from = Math.max(group.fromNanos(), span.fromNanos());
      long to = Math.min(group.toNanos(), span.toNanos());
      if (to <= from) {
        return;
      }
      long length = Math.max(1, group.toNanos() - group.fromNanos());
      double part = (double) (to - from) / length;
      exact &= part == 1;
      long free = Math.max(0, to - from - pauses.nanosWithin(from, to));
      double scale = part * Math.min(1, free / Math.max(1, group.busyNanos() * part));
      long named = 0;
      long counted = 0;
      for (TypeTotal total : group.types()) {
        long count = Math.round(total.count() * part);
        add(total.type(), count, Math.round(total.busyNanos() * scale));
        named += Math.round(total.busyNanos() * scale);
        counted += count;
      }
      long others = Math.max(0, Math.round(group.count() * part) - counted);
      long othersNanos = Math.max(0, Math.round(group.busyNanos() * scale) - named);
      if (others > 0) {
        add(0, others, othersNanos);
      } else {
        ioNanos += othersNanos;
      }
    }

    DelayExplanation explanation(int loop) {
      List<TypeShare> shares = new ArrayList<>();
      long known = ioNanos + pauses.nanosWithin(span.fromNanos(), span.toNanos());
      for (Map.Entry<Integer, Sums> entry : byType.entrySet()) {
        Sums sums = entry.getValue();
        int type = entry.getKey();
        shares.add(new TypeShare(type, trace.typeName(type), sums.runs, sums.nanos));
        known += sums.nanos;
      }
      shares.sort(
          Comparator.comparingLong(TypeShare::nanos).reversed().thenComparing(TypeShare::type));
      return new DelayExplanation(
          loop,
          span,
          runs,
          shares,
          ioNanos,
          pauses.nanosWithin(span.fromNanos(), span.toNanos()),
          Math.max(0, span.lengthNanos() - known),
          exact);
    }
  }
}
