package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
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
import org.jspecify.annotations.Nullable;

/**
 * Which runs caused which. Looks at the runs whose detail is kept; merged runs belong to no flow.
 * Costs time by the runs of the span, up to {@code maxRuns}.
 *
 * @param trace where to look
 * @param maxRuns most runs that are looked at; the rest is left out and the answer says so
 */
public record FlowQuery(Trace trace, int maxRuns) {

  /**
   * Some flows.
   *
   * @param flows the longest, longest first
   * @param total how many there are, of those that were looked at
   * @param complete whether every run was looked at
   */
  public record Answer(List<Flow> flows, int total, boolean complete) {
    public Answer {
      flows = List.copyOf(flows);
    }
  }

  private static final Comparator<LocatedRun> BY_START =
      Comparator.comparingLong((LocatedRun located) -> located.run().startNanos())
          .thenComparingLong(located -> located.run().id());

  /**
   * The longest flows that have a run in {@code span}, at most {@code max}. Only those of more than
   * one run: what caused nothing is no chain. Runs before the span are part of it when they caused
   * one within, runs after the span are not.
   */
  public Answer in(TimeSpan span, int max) {
    Map<Long, LocatedRun> runs = new HashMap<>();
    boolean complete = collect(span, runs);
    List<Flow> flows = new ArrayList<>();
    Map<Long, List<LocatedRun>> byRoot = byRoot(runs);
    Set<Long> periodic = periodicSubmissions(byRoot, runs);
    for (Map.Entry<Long, List<LocatedRun>> entry : byRoot.entrySet()) {
      LocatedRun root = runs.get(entry.getKey());
      if (root != null && entry.getValue().size() > 1) {
        flows.add(flow(root, entry.getValue(), periodic));
      }
    }
    flows.sort(
        Comparator.comparingLong(Flow::durationNanos)
            .reversed()
            .thenComparing(flow -> flow.root().run().id()));
    return new Answer(flows.subList(0, Math.min(max, flows.size())), flows.size(), complete);
  }

  /** The whole flow that run {@code runId} belongs to; null when the run is not kept. */
  public @Nullable Flow flowOf(long runId) {
    LocatedRun run = trace.find(runId);
    if (run == null || run.run().kind() == RunKind.IO) {
      return null;
    }
    Map<Long, LocatedRun> runs = new HashMap<>();
    runs.put(runId, run);
    LocatedRun root = runs.get(new FlowRoots(trace, runs).rootOf(run));
    if (root == null) {
      return null;
    }
    // What a run caused ends after it began.
    long from = root.run().startNanos();
    collect(new TimeSpan(from, Math.max(from, trace.extent().toNanos())), runs);
    Map<Long, List<LocatedRun>> byRoot = byRoot(runs);
    return flow(
        root,
        byRoot.getOrDefault(root.run().id(), List.of(root)),
        periodicSubmissions(byRoot, runs));
  }

  /** The run that caused {@code run}; null when none is known. */
  public @Nullable LocatedRun parentOf(Run run) {
    return run.parent() == 0 ? null : trace.find(run.parent());
  }

  /** The runs that {@code run} caused directly, by start, at most {@code max}. */
  public List<LocatedRun> childrenOf(Run run, int max) {
    List<LocatedRun> children = new ArrayList<>();
    long from = run.startNanos();
    trace.forEachRun(
        new TimeSpan(from, Math.max(from, trace.extent().toNanos())),
        (child, loop) -> {
          if (child.parent() == run.id()) {
            children.add(new LocatedRun((int) loop, child));
          }
        });
    children.sort(BY_START);
    return List.copyOf(children.subList(0, Math.min(max, children.size())));
  }

  private boolean collect(TimeSpan span, Map<Long, LocatedRun> runs) {
    boolean[] complete = {true};
    trace.forEachRun(
        span,
        (run, loop) -> {
          if (run.kind() == RunKind.IO) {
            return;
          } else if (runs.size() < maxRuns) {
            runs.put(run.id(), new LocatedRun((int) loop, run));
          } else {
            complete[0] = false;
          }
        });
    return complete[0];
  }

  private Map<Long, List<LocatedRun>> byRoot(Map<Long, LocatedRun> runs) {
    FlowRoots roots = new FlowRoots(trace, runs);
    for (LocatedRun run : List.copyOf(runs.values())) {
      roots.rootOf(run);
    }
    // Ancestors from outside the span are among the runs only now.
    Map<Long, List<LocatedRun>> byRoot = new HashMap<>();
    for (LocatedRun run : runs.values()) {
      byRoot.computeIfAbsent(roots.rootOf(run), root -> new ArrayList<>()).add(run);
    }
    return byRoot;
  }

  /**
   * When periodic timers were set: every one of their runs tells that same moment, so what began
   * then is not that one run.
   */
  private static Set<Long> periodicSubmissions(
      Map<Long, List<LocatedRun>> byRoot, Map<Long, LocatedRun> runs) {
    Set<Long> seen = new HashSet<>();
    Set<Long> periodic = new HashSet<>();
    for (long id : byRoot.keySet()) {
      LocatedRun root = runs.get(id);
      if (root != null
          && root.run().kind() == RunKind.TIMER
          && !seen.add(root.run().submittedNanos())) {
        periodic.add(root.run().submittedNanos());
      }
    }
    return periodic;
  }

  private Flow flow(LocatedRun root, List<LocatedRun> members, Set<Long> periodic) {
    List<LocatedRun> runs = new ArrayList<>(members);
    runs.sort(BY_START);
    Run first = root.run();
    boolean oneOfMany = first.kind() == RunKind.TIMER && periodic.contains(first.submittedNanos());
    long from =
        oneOfMany || first.submittedNanos() == 0
            ? first.readyNanos()
            : Math.min(first.submittedNanos(), first.startNanos());
    long to = from;
    long busy = 0;
    int failed = 0;
    Set<Integer> loops = new HashSet<>();
    for (LocatedRun located : runs) {
      to = Math.max(to, located.run().endNanos());
      busy += located.run().durationNanos();
      failed += located.run().outcome() == Outcome.FAILED ? 1 : 0;
      loops.add(located.loop());
    }
    String type = trace.typeName(first.type());
    return new Flow(root, type, new TimeSpan(from, to), runs, busy, loops.size(), failed);
  }
}
