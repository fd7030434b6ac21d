package dev.loopscope.agent.drain;

import dev.loopscope.agent.instrument.PointReport;
import dev.loopscope.agent.start.AgentContext;
import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Coverage.PointState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words what the instrumentation reports for the user. */
final class CoverageReport {

  private final AgentContext context;

  CoverageReport(AgentContext context) {
    this.context = context;
  }

  /** What is instrumented now. */
  Coverage now() {
    Map<String, String> failures = context.weavingFailures();
    List<Coverage.Point> points = new ArrayList<>();
    for (PointReport report : context.coverage()) {
      points.add(point(report, failures));
    }
    return new Coverage(points);
  }

  private Coverage.Point point(PointReport report, Map<String, String> failures) {
    String failure = failure(report.label(), failures);
    boolean woven = !report.wovenIn().isEmpty();
    PointState state =
        woven
            ? PointState.WOVEN
            : !failure.isEmpty()
                ? PointState.FAILED
                : report.missing() ? PointState.MISSING : PointState.ABSENT;
    return new Coverage.Point(
        report.plugin(),
        woven ? framework(report.plugin()) : "",
        report.label(),
        woven ? String.join(", ", report.wovenIn()) : report.label(),
        state,
        report.fired() ? 1 : 0,
        note(state, failure));
  }

  /** The reason why a class of that name could not be woven, empty when none failed. */
  private static String failure(String label, Map<String, String> failures) {
    String owner = label.substring(0, label.indexOf('.'));
    for (Map.Entry<String, String> failure : failures.entrySet()) {
      if (failure.getKey().endsWith('.' + owner)) {
        return failure.getValue();
      }
    }
    return "";
  }

  private static String note(PointState state, String failure) {
    return switch (state) {
      case WOVEN -> "";
      case ABSENT -> "the class is not loaded";
      case MISSING -> "this version has no such method: what it sees is not covered";
      case FAILED -> failure;
    };
  }

  /** Name and version of a plug-in's framework, for example {@code "Netty 4.1.135"}. */
  String framework(String plugin) {
    Set<String> versions = context.frameworkVersions().getOrDefault(plugin, Set.of());
    String name =
        plugin.isEmpty()
            ? ""
            : plugin.substring(0, 1).toUpperCase(Locale.ROOT) + plugin.substring(1);
    return versions.isEmpty() ? name : name + ' ' + String.join(", ", versions);
  }

  /** The same for a kind of loop, which begins with the plug-in's name: {@code "netty-nio"}. */
  String ofKind(String kind) {
    int dash = kind.indexOf('-');
    return framework(dash < 0 ? kind : kind.substring(0, dash));
  }
}
