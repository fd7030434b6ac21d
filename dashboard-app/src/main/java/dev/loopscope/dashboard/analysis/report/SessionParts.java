package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.ProcessInfo;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stats;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The parts of a report that concern the whole session. */
final class SessionParts {

  private final Trace trace;
  private final TimeSpan extent;
  private final ReportClock clock;

  SessionParts(Trace trace, TimeSpan extent, ReportClock clock) {
    this.trace = trace;
    this.extent = extent;
    this.clock = clock;
  }

  SessionFacts.@Nullable Target process() {
    Hello hello = trace.hello();
    if (hello == null) {
      return null;
    }
    ProcessInfo info = hello.process();
    return new SessionFacts.Target(
        info.pid(), info.name(), info.javaVersion(), info.javaVm(), info.os(), info.cpus());
  }

  SessionFacts.Span span() {
    return new SessionFacts.Span(
        clock.moment(extent.fromNanos()), clock.moment(extent.toNanos()), extent.lengthNanos());
  }

  SessionFacts.Limits limits() {
    Settings settings = trace.settings();
    return new SessionFacts.Limits(
        settings.defaultLimitNanos(),
        new TreeMap<>(settings.limitNanosByKind()),
        new TreeMap<>(settings.limitNanosByName()));
  }

  static SessionFacts.Totals totals(List<LoopFacts> loops, Map<AlertKind, Long> alerts) {
    Map<String, Long> byRule = new TreeMap<>();
    alerts.forEach((rule, count) -> byRule.put(Blame.word(rule), count));
    return new SessionFacts.Totals(
        loops.size(),
        sum(loops, LoopFacts::submitted),
        sum(loops, LoopFacts::runs),
        sum(loops, LoopFacts::failed),
        sum(loops, LoopFacts::cancelled),
        sum(loops, LoopFacts::lost),
        sum(loops, LoopFacts::merged),
        byRule.values().stream().mapToLong(Long::longValue).sum(),
        byRule);
  }

  private static long sum(List<LoopFacts> loops, ToLongFunction<LoopFacts> of) {
    return loops.stream().mapToLong(of).sum();
  }

  List<SessionFacts.Pause> pauses(TimeSpan span) {
    return trace.pauses(span).stream()
        .map(
            pause ->
                new SessionFacts.Pause(
                    Blame.word(pause.cause()),
                    clock.moment(pause.fromNanos()),
                    pause.toNanos() - pause.fromNanos(),
                    pause.detail()))
        .toList();
  }

  List<SessionFacts.Gap> gaps(TimeSpan span, IntFunction<String> loopName) {
    return trace.gaps(span).stream()
        .map(
            gap ->
                new SessionFacts.Gap(
                    loopName.apply(gap.loop()),
                    gap.loop(),
                    clock.moment(gap.fromNanos()),
                    gap.toNanos() - gap.fromNanos(),
                    gap.lost(),
                    gap.reason()))
        .toList();
  }

  List<SessionFacts.Point> coverage() {
    return trace.coverage().points().stream()
        .map(
            point ->
                new SessionFacts.Point(
                    point.plugin(),
                    point.framework(),
                    point.point(),
                    point.location(),
                    Blame.word(point.state()),
                    point.fired(),
                    point.note()))
        .toList();
  }

  SessionFacts.@Nullable AgentCost agentCost() {
    Stats stats = trace.stats();
    if (stats == null) {
      return null;
    }
    Hello hello = trace.hello();
    // The agent counts from attach on, also where the recording is only a part of the session.
    long since = hello == null ? extent.fromNanos() : hello.attachedNanos();
    long over = Math.max(1, stats.atNanos() - since);
    return new SessionFacts.AgentCost(
        Math.round(10_000.0 * stats.agentCpuNanos() / over) / 100.0,
        stats.agentCpuNanos(),
        stats.hookNanosEstimate(),
        stats.bytesSent(),
        stats.ringBytes(),
        stats.errors(),
        stats.lastError());
  }
}
