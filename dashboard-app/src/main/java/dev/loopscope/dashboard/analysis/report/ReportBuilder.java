package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertLog;
import dev.loopscope.dashboard.analysis.Flow;
import dev.loopscope.dashboard.analysis.FlowQuery;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts a report together, in one pass over the runs and one over the flows. */
final class ReportBuilder {

  static final int MAX_RUNS = 20;
  static final int MAX_FLOWS = 200;
  private static final int MAX_RUNS_IN_FLOWS = 1_000_000;

  private final Trace trace;
  private final TimeSpan extent;
  private final ReportClock clock;
  private final Blame blame;
  private final Map<Integer, LoopInfo> infos = new TreeMap<>();

  ReportBuilder(Trace trace) {
    this.trace = trace;
    extent = trace.extent();
    clock = new ReportClock(trace.hello(), extent.fromNanos());
    blame = new Blame(trace);
    trace.loops().forEach(info -> infos.put(info.id(), info));
  }

  Report build(AlertLog log) {
    List<Alert> alerts = log.alerts();
    Map<Integer, LoopSums> sums = new HashMap<>();
    infos.forEach((loop, info) -> sums.put(loop, new LoopSums(trace, info, extent)));
    LongestRuns longest = new LongestRuns(MAX_RUNS);
    // A run that ended with the session lies at the very end of its span.
    TimeSpan all = new TimeSpan(extent.fromNanos(), extent.toNanos() + 1);
    trace.forEachRun(
        all,
        (run, loop) -> {
          LoopSums of = sums.get((int) loop);
          if (of != null) {
            of.add(run);
          }
          longest.add((int) loop, run);
        });
    List<LoopSums> allSums = infos.keySet().stream().map(loop -> sumsOf(sums, loop)).toList();
    allSums.forEach(LoopSums::finish);
    List<LoopFacts> loops = allSums.stream().map(LoopSums::facts).toList();
    FlowQuery.Answer flows = new FlowQuery(trace, MAX_RUNS_IN_FLOWS).in(all, MAX_FLOWS);
    AlertParts alertParts = new AlertParts(trace, clock, blame, this::loopName);
    FrameworkParts frameworks = new FrameworkParts(trace, all, clock, this::loopName);
    SessionParts parts = new SessionParts(trace, extent, clock);
    return new Report(
        Report.FORMAT,
        parts.process(),
        parts.span(),
        parts.limits(),
        SessionParts.totals(loops, log.counts()),
        loops,
        new LoopGroups(trace, extent).of(allSums),
        longestRuns(longest, sums),
        alerts.stream().map(alertParts::alert).toList(),
        log.groups().stream().map(alertParts::group).toList(),
        flows.flows().stream().map(this::flow).toList(),
        flows.complete(),
        parts.pauses(all),
        parts.gaps(all, this::loopName),
        frameworks.virtualThreads(),
        frameworks.pinned(),
        frameworks.warnings(),
        frameworks.frameworks(),
        parts.coverage(),
        parts.agentCost());
  }

  private static LoopSums sumsOf(Map<Integer, LoopSums> sums, int loop) {
    LoopSums of = sums.get(loop);
    if (of == null) {
      throw new IllegalStateException("every loop has its sums: " + loop);
    }
    return of;
  }

  /** Empty for what concerns the whole process. */
  private String loopName(int loop) {
    if (loop == 0) {
      return "";
    }
    LoopInfo info = infos.get(loop);
    return info == null ? "loop " + loop : info.loop().name();
  }

  private String typeName(int type) {
    return type == 0 ? "" : trace.typeName(type);
  }

  private List<RunFacts> longestRuns(LongestRuns longest, Map<Integer, LoopSums> sums) {
    List<RunFacts> facts = new ArrayList<>();
    longest.sorted().forEach(located -> facts.add(run(located.loop(), located.run())));
    sums.forEach(
        (loop, of) -> {
          OpenRun open = of.openRun();
          if (open != null) {
            facts.add(openRun(loop, open));
          }
        });
    facts.sort(
        Comparator.comparingLong(RunFacts::durationNanos).reversed().thenComparing(RunFacts::id));
    return List.copyOf(facts.subList(0, Math.min(MAX_RUNS, facts.size())));
  }

  private RunFacts run(int loop, Run run) {
    return facts(
        loop, run.id(), run.kind(), run.type(), run.startNanos(), run.durationNanos(), false);
  }

  private RunFacts openRun(int loop, OpenRun run) {
    long lasted = extent.toNanos() - run.startNanos();
    return facts(loop, run.id(), run.kind(), run.type(), run.startNanos(), lasted, true);
  }

  private RunFacts facts(
      int loop, long id, RunKind kind, int type, long start, long duration, boolean open) {
    return new RunFacts(
        id,
        loopName(loop),
        loop,
        Blame.word(kind),
        typeName(type),
        clock.moment(start),
        duration,
        open,
        blame.ofRun(id));
  }

  private FlowFacts flow(Flow flow) {
    return new FlowFacts(
        typeName(flow.root().run().type()),
        loopName(flow.root().loop()),
        flow.root().loop(),
        clock.moment(flow.span().fromNanos()),
        clock.moment(flow.span().toNanos()),
        flow.durationNanos(),
        flow.busyNanos(),
        flow.runs().size(),
        flow.failed());
  }
}
