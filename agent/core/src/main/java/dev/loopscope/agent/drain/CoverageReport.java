package dev.loopscope.agent.drain;

import dev.loopscope.agent.instrument.PointReport;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.start.AgentContext;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;
import java.util.ArrayList;
import java.util.List;

/** Words what the instrumentation reports for the user. */
final class CoverageReport {

  private final AgentContext context;

  CoverageReport(AgentContext context) {
    this.context = context;
  }

  /** What is instrumented now. */
  Coverage now() {
    List<Coverage.Point> points = new ArrayList<>();
    for (PointReport report : context.coverage()) {
      points.add(point(report));
    }
    return new Coverage(points);
  }

  private Coverage.Point point(PointReport report) {
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
        woven ? context.framework(report.plugin(), report.copy()) : "",
        report.sees(),
        woven ? String.join(", ", report.wovenIn()) : report.label(),
        state,
        report.fired() ? 1 : 0,
        note(state, failure));
  }

  private static String note(PointState state, String failure) {
    return switch (state) {
      case WOVEN -> "";
      case ABSENT -> "the class is not loaded";
      case MISSING -> "this version has no such method: what it sees is not covered";
      case FAILED -> failure;
    };
  }

  /** The framework of a loop, whose kind begins with the plug-in's name: {@code "netty-nio"}. */
  String ofLoop(String kind, int copy) {
    return context.framework(LoopFrame.pluginOf(kind), copy);
  }
}
