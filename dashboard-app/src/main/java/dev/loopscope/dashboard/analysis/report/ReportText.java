package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Durations;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes a report for people. */
final class ReportText {

  private static final int MAX_LINES = 10;
  private static final String NONE = "  None.\n";

  /** States of what is there and not seen. */
  private static final Set<String> LACKING = Set.of("missing", "failed", "uncovered");

  private final Report report;
  private final StringBuilder out = new StringBuilder();

  ReportText(Report report) {
    this.report = report;
    header();
    out.append(new LoopLines(report));
    out.append(new AlertLines(report));
    longestRuns();
    flows();
    losses();
    out.append(new FrameworkLines(report));
    coverage();
    cost();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void header() {
    SessionFacts.Target process = report.process();
    SessionFacts.Totals totals = report.totals();
    out.append(
            process == null
                ? "Unknown process"
                : process.name()
                    + " · pid "
                    + process.pid()
                    + " · JDK "
                    + process.javaVersion()
                    + " · "
                    + process.os()
                    + " · "
                    + process.cpus()
                    + " CPUs")
        .append('\n')
        .append(report.span().start().wall())
        .append(", ")
        .append(Durations.text(report.span().durationNanos()))
        .append(", ")
        .append(count(totals.runs()))
        .append(" runs, ")
        .append(count(totals.failed()))
        .append(" failed, ")
        .append(count(totals.cancelled()))
        .append(" cancelled, ")
        .append(count(totals.lost()))
        .append(" lost, ")
        .append(count(totals.merged()))
        .append(" merged\n");
  }

  private void section(String title) {
    out.append('\n').append(title).append('\n');
  }

  private void longestRuns() {
    section("Longest runs");
    TextTable table = TextTable.of("at", "took", "<loop", "<kind", "<type", "<culprit");
    for (RunFacts run : first(report.longestRuns())) {
      CodePlace culprit = run.culprit();
      table.row(
          offset(run.start()),
          Durations.text(run.durationNanos()) + (run.open() ? " …" : ""),
          run.loop(),
          run.kind(),
          CodeNames.type(run.type()),
          culprit == null ? "" : culprit.text());
    }
    out.append(report.longestRuns().isEmpty() ? NONE : table);
  }

  private void flows() {
    section("Longest flows");
    TextTable table = TextTable.of("from", "to", "took", "running", "runs", "<begins with");
    for (FlowFacts flow : first(report.flows())) {
      table.row(
          offset(flow.from()),
          offset(flow.to()),
          Durations.text(flow.durationNanos()),
          Durations.text(flow.busyNanos()),
          count(flow.runs()),
          CodeNames.type(flow.rootType()) + " on " + flow.loop());
    }
    out.append(report.flows().isEmpty() ? NONE : table);
  }

  private void losses() {
    long paused = report.pauses().stream().mapToLong(SessionFacts.Pause::durationNanos).sum();
    long lost = report.gaps().stream().mapToLong(SessionFacts.Gap::lost).sum();
    section("JVM pauses and losses");
    out.append("  ")
        .append(count(report.pauses().size()))
        .append(" pauses, together ")
        .append(Durations.text(paused))
        .append("; ")
        .append(count(report.gaps().size()))
        .append(" gaps with ")
        .append(count(lost))
        .append(" lost runs\n");
  }

  private void coverage() {
    section("Instrumented");
    long woven = report.coverage().stream().filter(p -> p.state().equals("woven")).count();
    out.append("  ").append(count(woven)).append(" points woven\n");
    for (SessionFacts.Point point : report.coverage()) {
      boolean isLacking = LACKING.contains(point.state());
      if (isLacking) {
        out.append("  ")
            .append(point.state())
            .append(": ")
            .append(point.point())
            .append(" (")
            .append(point.location())
            .append(point.note().isEmpty() ? ")" : ") " + point.note())
            .append('\n');
      }
    }
  }

  private void cost() {
    SessionFacts.AgentCost cost = report.agent();
    if (cost == null) {
      return;
    }
    section("The agent's own cost");
    out.append(
        String.format(
            Locale.ROOT,
            "  %.2f %% of a core in its own threads, %s in hooks, %,d bytes sent, %d errors%s%n",
            cost.cpuPercentOfOneCore(),
            Durations.text(cost.hookNanosEstimate()),
            cost.bytesSent(),
            cost.errors(),
            cost.lastError().isEmpty() ? "" : " (last: " + cost.lastError() + ")"));
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(MAX_LINES, all.size()));
  }

  static String offset(Moment moment) {
    return String.format(Locale.ROOT, "%.3f s", moment.sinceStartNanos() / 1e9);
  }

  private static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
