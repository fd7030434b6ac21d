package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes for people how the loops fared, and the groups where several loops make one. */
final class LoopLines {

  private static final List<String> FIGURES =
      List.of(
          "busy",
          "lag p50",
          "p99",
          "max",
          "wait p50",
          "p99",
          "max",
          "run p99",
          "max",
          "runs",
          "failed",
          "lost");

  private final Report report;
  private final StringBuilder out = new StringBuilder();

  LoopLines(Report report) {
    this.report = report;
    loops();
    groups();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void loops() {
    out.append("\nLoops\n");
    if (report.loops().isEmpty()) {
      out.append("  No loop was seen. Does the process use a framework that Loopscope knows?\n");
      return;
    }
    TextTable table = table("<loop", "<kind");
    for (LoopFacts loop : report.loops()) {
      table.row(
          row(
              loop.name(),
              loop.kind(),
              new Figures(
                  loop.busyPercent(),
                  loop.lag(),
                  loop.queueDelay(),
                  loop.run(),
                  loop.io(),
                  loop.runs(),
                  loop.failed(),
                  loop.lost())));
    }
    out.append(table);
  }

  private void groups() {
    if (report.loopGroups().size() == report.loops().size()) {
      return;
    }
    out.append("\nLoop groups\n");
    TextTable table = table("<group", "loops");
    for (LoopGroupFacts group : report.loopGroups()) {
      table.row(
          row(
              group.name(),
              Counts.text(group.loops()),
              new Figures(
                  group.busyPercent(),
                  group.lag(),
                  group.queueDelay(),
                  group.run(),
                  group.io(),
                  group.runs(),
                  group.failed(),
                  group.lost())));
    }
    out.append(table);
  }

  private static TextTable table(String first, String second) {
    List<String> headings = new ArrayList<>(List.of(first, second));
    headings.addAll(FIGURES);
    return TextTable.of(headings.toArray(String[]::new));
  }

  private record Figures(
      double busyPercent,
      Percentiles lag,
      Percentiles queueDelay,
      Percentiles run,
      Percentiles io,
      long runs,
      long failed,
      long lost) {}

  private static String[] row(String first, String second, Figures of) {
    return new String[] {
      first,
      second,
      of.busyPercent() < 0 ? "?" : String.format(Locale.ROOT, "%.1f %%", of.busyPercent()),
      Durations.text(of.lag().p50Nanos()),
      Durations.text(of.lag().p99Nanos()),
      Durations.text(of.lag().maxNanos()),
      Durations.text(of.queueDelay().p50Nanos()),
      Durations.text(of.queueDelay().p99Nanos()),
      Durations.text(of.queueDelay().maxNanos()),
      Durations.text(of.run().p99Nanos()),
      Durations.text(Math.max(of.run().maxNanos(), of.io().maxNanos())),
      Counts.text(of.runs()),
      Counts.text(of.failed()),
      Counts.text(of.lost())
    };
  }
}
