package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import java.util.ArrayList;
import java.util.List;

/** Writes the alerts of a report for people: the groups first, then each with its evidence. */
final class AlertLines {

  /** Beyond that a list of alerts helps nobody; the JSON has all. */
  private static final int MAX_ALERTS = 100;

  private final Report report;
  private final StringBuilder out = new StringBuilder();

  AlertLines(Report report) {
    this.report = report;
    groups();
    alerts();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void groups() {
    if (report.alertGroups().size() == report.totals().alerts()) {
      return;
    }
    out.append("\nAlert groups (").append(report.alertGroups().size()).append(")\n");
    TextTable table =
        TextTable.of("<rule", "<where", "times", "first", "last", "worst", "together", "<what");
    for (GroupFacts group : report.alertGroups()) {
      table.row(
          group.rule() + (group.open() ? ", open at the end" : ""),
          group.kind().isEmpty() ? group.where() : group.where() + " · " + group.kind(),
          Counts.text(group.count()),
          ReportText.offset(group.first()),
          ReportText.offset(group.last()),
          orDash(group.worstNanos()),
          orDash(group.totalNanos()),
          CodeNames.shortened(group.what()));
    }
    out.append(table);
  }

  /** Time does not say how bad lost data or a warning is. */
  private static String orDash(long nanos) {
    return nanos == 0 ? "–" : Durations.text(nanos);
  }

  private void alerts() {
    long all = report.totals().alerts();
    out.append("\nAlerts (").append(Counts.text(all)).append(")\n");
    int shown = 0;
    for (AlertFacts alert : report.alerts()) {
      if (shown++ == MAX_ALERTS) {
        out.append("  … and ")
            .append(Counts.text(all - MAX_ALERTS))
            .append(" more; --json has ")
            .append(all == report.alerts().size() ? "all" : "the newest")
            .append(".\n");
        break;
      }
      out.append("  ")
          .append(ReportText.offset(alert.start()))
          .append("  ")
          .append(alert.sentence())
          .append('\n');
      evidence(alert).forEach(line -> out.append("           ").append(line).append('\n'));
    }
    if (report.alerts().isEmpty()) {
      out.append("  None.\n");
    }
  }

  private static List<String> evidence(AlertFacts alert) {
    List<String> lines = new ArrayList<>();
    for (AlertFacts.CauseShare cause : alert.causes()) {
      lines.add(
          cause.cause()
              + " "
              + Durations.text(cause.nanos())
              + ", "
              + Counts.percent(cause.share())
              + (cause.evidence().isEmpty() ? "" : " (" + cause.evidence() + ")"));
    }
    StallFacts stall = alert.stall();
    if (stall != null) {
      stall.holders().forEach(holder -> lines.add(holder(holder)));
      if (!stall.submittedBy().isEmpty()) {
        lines.add(story(stall));
      }
    }
    return lines;
  }

  private static String holder(StallFacts.Holder holder) {
    CodePlace place = holder.place();
    return "\""
        + holder.thread()
        + "\" held "
        + holder.lock()
        + (place == null ? "" : " in " + place.text());
  }

  private static String story(StallFacts stall) {
    List<String> steps = new ArrayList<>();
    for (StallFacts.Step step : stall.submittedBy()) {
      String what = step.type().isEmpty() ? step.kind() : CodeNames.type(step.type());
      steps.add(what + " on " + step.loop());
    }
    String waited =
        stall.taskWaitedNanos() < 0
            ? ""
            : " after it had waited " + Durations.text(stall.taskWaitedNanos());
    return "submitted by " + String.join(", by ", steps) + waited;
  }
}
