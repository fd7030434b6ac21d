package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which flows are rows: the longest with runs in a span, in the order in which they began.
 *
 * <p>Every run knows its parent, so walking up leads to the flow's first known run. I/O phases
 * belong to no flow: one handles many channels and would tie together what has nothing in common.
 *
 * @param span stretch of time
 * @param max most flows
 * @param maxRuns most runs that are looked at
 * @param minLoneNanos shortest run, or whole life of a timer, that is worth a row by itself
 */
public record FlowQuery(TimeSpan span, int max, int maxRuns, long minLoneNanos) {

  /** How far up a chain of parents outside the span is followed. */
  private static final int MAX_STEPS = 256;

  /** Costs time by the kept runs of the span: for the background. */
  public List<FlowLane> ask(Trace trace) {
    Map<Long, LocatedRun> byId = new HashMap<>();
    trace.forEachRun(
        span,
        (run, loop) -> {
          if (run.kind() != RunKind.IO && byId.size() < maxRuns) {
            byId.put(run.id(), new LocatedRun((int) loop, run));
          }
        });
    Map<Long, List<LocatedRun>> flows = new HashMap<>();
    for (LocatedRun located : List.copyOf(byId.values())) {
      addWithParents(trace, located, byId, flows);
    }
    return flows.values().stream()
        .map(FlowQuery::lane)
        .filter(this::isWorthARow)
        .sorted(Comparator.comparingLong((FlowLane lane) -> lane.span().lengthNanos()).reversed())
        .limit(max)
        .sorted(Comparator.comparingLong((FlowLane lane) -> lane.span().fromNanos()))
        .toList();
  }

  /** A lone task counts by its run: a full queue would else fill the rows with what waits in it. */
  private boolean isWorthARow(FlowLane lane) {
    Run root = lane.runs().get(0).run();
    long length = root.kind() == RunKind.TIMER ? lane.span().lengthNanos() : root.durationNanos();
    return lane.runs().size() > 1 || length >= minLoneNanos;
  }

  private static void addWithParents(
      Trace trace, LocatedRun from, Map<Long, LocatedRun> byId, Map<Long, List<LocatedRun>> flows) {
    List<LocatedRun> fetched = new ArrayList<>();
    LocatedRun root = from;
    for (int step = 0; step < MAX_STEPS && root.run().parent() != 0; step++) {
      LocatedRun parent = byId.get(root.run().parent());
      if (parent == null) {
        parent = trace.find(root.run().parent());
        if (parent == null || parent.run().kind() == RunKind.IO) {
          break;
        }
        byId.put(parent.run().id(), parent);
        fetched.add(parent);
      }
      root = parent;
    }
    List<LocatedRun> runs = flows.computeIfAbsent(root.run().id(), id -> new ArrayList<>());
    runs.add(from);
    runs.addAll(fetched);
  }

  private static FlowLane lane(List<LocatedRun> runs) {
    runs.sort(Comparator.comparingLong(located -> located.run().startNanos()));
    Run root = runs.get(0).run();
    long from = root.submittedNanos() != 0 ? root.submittedNanos() : root.startNanos();
    long to = runs.stream().mapToLong(located -> located.run().endNanos()).max().orElse(from);
    return new FlowLane(
        root.id(), root.type(), new TimeSpan(Math.min(from, root.startNanos()), to), runs);
  }
}
