package dev.loopscope.agent.drain;

import dev.loopscope.agent.instrument.PointReport;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.start.AgentContext;
import dev.loopscope.agent.start.UncoveredPart;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;
import dev.loopscope.protocol.Limits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Words what the instrumentation reports for the user. */
final class CoverageReport {

  private static final int MOST_PLACES = 3;
  private static final String SELECTOR = "selector";

  private final AgentContext context;
  private final LoopNamer namer;

  CoverageReport(AgentContext context, LoopNamer namer) {
    this.context = context;
    this.namer = namer;
  }

  /** What is instrumented now. */
  Coverage now() {
    List<Coverage.Point> uncovered = new ArrayList<>();
    for (UncoveredPart part : context.uncovered()) {
      uncovered.add(uncovered(part));
    }
    if (!namer.nameless().isEmpty()) {
      uncovered.add(nameless(namer.nameless()));
    }
    // a server with a copy of a framework in each of its applications has many more points
    Map<CopyOf, String> names = new HashMap<>();
    List<Coverage.Point> points = new ArrayList<>();
    List<PointReport> reports = context.coverage();
    Set<Seen> seen = new HashSet<>();
    for (PointReport report : reports) {
      if (!report.wovenIn().isEmpty()) {
        seen.add(Seen.by(report));
      }
    }
    for (PointReport report : reports) {
      if (points.size() + uncovered.size() < Limits.MAX_POINTS) {
        points.add(point(report, names, seen.contains(Seen.by(report))));
      }
    }
    points.addAll(uncovered);
    return new Coverage(points.subList(0, Math.min(points.size(), Limits.MAX_POINTS)));
  }

  /** What points see in one copy; several versions of a framework have a point for it each. */
  private record Seen(String plugin, int copy, String what) {
    static Seen by(PointReport report) {
      return new Seen(report.plugin(), report.copy(), report.sees());
    }
  }

  /** Which name was already asked for: naming a copy looks at all copies. */
  private record CopyOf(String plugin, int copy) {}

  private String framework(PointReport report, Map<CopyOf, String> names) {
    return names.computeIfAbsent(
        new CopyOf(report.plugin(), report.copy()),
        copy -> context.framework(copy.plugin(), copy.copy()));
  }

  private Coverage.Point uncovered(UncoveredPart part) {
    String framework = part.copy() == 0 ? "" : context.framework(part.plugin(), part.copy());
    return new Coverage.Point(
        part.plugin(),
        framework,
        part.what(),
        places(part.classes()),
        PointState.UNCOVERED,
        0,
        part.note());
  }

  /** Threads that are loops, since they wait in a selector again and again, but nobody's. */
  private static Coverage.Point nameless(Collection<String> methods) {
    return new Coverage.Point(
        SELECTOR,
        "",
        "tasks of selector loops of the program's own",
        places(methods),
        PointState.UNCOVERED,
        0,
        "what such a loop does between two waits is one run; a points file tells its tasks apart");
  }

  private static String places(Collection<String> all) {
    String first = all.stream().limit(MOST_PLACES).collect(Collectors.joining(", "));
    return all.size() <= MOST_PLACES
        ? first
        : first + " and " + (all.size() - MOST_PLACES) + " more";
  }

  private Coverage.Point point(PointReport report, Map<CopyOf, String> names, boolean seen) {
    String failure = report.failure();
    boolean woven = !report.wovenIn().isEmpty();
    PointState state =
        woven
            ? PointState.WOVEN
            : !failure.isEmpty()
                ? PointState.FAILED
                : report.missing() ? PointState.MISSING : PointState.ABSENT;
    return new Coverage.Point(
        report.plugin(),
        woven ? framework(report, names) : "",
        report.sees(),
        woven ? String.join(", ", report.wovenIn()) : report.label(),
        state,
        report.fired() ? 1 : 0,
        note(state, failure, seen));
  }

  private static String note(PointState state, String failure, boolean seen) {
    return switch (state) {
      case WOVEN -> "";
      case ABSENT -> "the class is not loaded";
      case MISSING ->
          seen
              ? "this version has no such method; other points see the same"
              : "this version has no such method: what it sees is not covered";
      case FAILED, UNCOVERED -> failure;
    };
  }

  /** The framework of a loop, whose kind begins with the plug-in's name: {@code "netty-nio"}. */
  String ofLoop(String kind, int copy) {
    return context.framework(LoopFrame.pluginOf(kind), copy);
  }
}
