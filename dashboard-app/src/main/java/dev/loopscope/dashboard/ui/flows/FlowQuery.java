package dev.loopscope.dashboard.ui.flows;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which flows the table shows: those with more than one run or a timer in a span, longest first.
 *
 * <p>A flow is found from its ends: every run knows its parent, so walking up from each run leads
 * to the first one that is known; runs with the same first one belong together. I/O phases that
 * caused nothing are left out, and so is an I/O phase as a root, since it handles many channels and
 * would tie together what has nothing to do with each other: its children are roots themselves.
 *
 * @param span stretch of time
 * @param max most rows
 * @param maxRuns most runs that are looked at, the newest
 */
record FlowQuery(TimeSpan span, int max, int maxRuns) {

  /**
   * The flows, and whether there were too many runs to look at all.
   *
   * @param rows longest first
   * @param flows how many there are in all
   * @param complete whether every run was looked at
   */
  record Answer(List<FlowRow> rows, long flows, boolean complete) {}

  private record Located(int loop, Run run) {}

  private static final class Flow {
    final Located root;
    final Set<Integer> loops = new HashSet<>();
    long fromNanos;
    long toNanos;
    long busyNanos;
    int runs;
    int failed;

    Flow(Located root) {
      this.root = root;
      Run run = root.run();
      fromNanos = run.submittedNanos() != 0 ? run.submittedNanos() : run.startNanos();
    }

    void add(Located located) {
      Run run = located.run();
      loops.add(located.loop());
      toNanos = Math.max(toNanos, run.endNanos());
      busyNanos += run.durationNanos();
      failed += run.outcome() == Outcome.FAILED ? 1 : 0;
      runs++;
    }
  }

  /** Costs time by the kept runs of the span: for the background. */
  Answer ask(Trace trace) {
    Map<Long, Located> byId = new HashMap<>();
    boolean[] complete = {true};
    trace.forEachRun(
        span,
        (run, loop) -> {
          if (run.kind() == RunKind.IO) {
            return;
          } else if (byId.size() < maxRuns) {
            byId.put(run.id(), new Located((int) loop, run));
          } else {
            complete[0] = false;
          }
        });
    Map<Long, Flow> flows = new HashMap<>();
    for (Located located : byId.values()) {
      Located root = root(located, byId);
      flows.computeIfAbsent(root.run().id(), id -> new Flow(root)).add(located);
    }
    List<FlowRow> rows = new ArrayList<>();
    for (Flow flow : flows.values()) {
      if (flow.runs > 1 || flow.root.run().kind() == RunKind.TIMER) {
        rows.add(row(trace, flow));
      }
    }
    rows.sort(Comparator.comparingLong(FlowRow::durationNanos).reversed());
    return new Answer(
        List.copyOf(rows.subList(0, Math.min(max, rows.size()))), rows.size(), complete[0]);
  }

  private static Located root(Located from, Map<Long, Located> byId) {
    Located at = from;
    for (int steps = 0; steps < byId.size(); steps++) {
      Located parent = byId.get(at.run().parent());
      if (parent == null) {
        return at;
      }
      at = parent;
    }
    return at;
  }

  private static FlowRow row(Trace trace, Flow flow) {
    Run root = flow.root.run();
    return new FlowRow(
        flow.root.loop(),
        root,
        root.type() == 0 ? "(" + Names.kind(root.kind()) + ")" : trace.typeName(root.type()),
        flow.fromNanos,
        flow.toNanos,
        flow.runs,
        flow.loops.size(),
        flow.busyNanos,
        flow.failed);
  }
}
