package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an alert for a ticket or a chat: plain text or Markdown. */
final class AlertReport {

  private final Trace trace;
  private final Moments moments;

  AlertReport(Trace trace, Moments moments) {
    this.trace = trace;
    this.moments = moments;
  }

  String text(AlertRow row, @Nullable Stall stall) {
    StringBuilder out = new StringBuilder(row.alert().sentence()).append('\n');
    facts(row).forEach(fact -> out.append("  ").append(fact).append('\n'));
    shares(stall).forEach(share -> out.append("  ").append(share).append('\n'));
    stackLines(stall).forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  String markdown(AlertRow row, @Nullable Stall stall) {
    StringBuilder out = new StringBuilder("**").append(row.alert().sentence()).append("**\n\n");
    facts(row).forEach(fact -> out.append("- ").append(fact).append('\n'));
    shares(stall).forEach(share -> out.append("- ").append(share).append('\n'));
    List<String> lines = stackLines(stall);
    if (!lines.isEmpty()) {
      out.append("\n```\n");
      lines.forEach(line -> out.append(line).append('\n'));
      out.append("```\n");
    }
    return out.toString();
  }

  private List<String> facts(AlertRow row) {
    Alert alert = row.alert();
    String where = row.loopName().isEmpty() ? "whole process" : row.loopName();
    String howLong =
        alert.isOpen()
            ? "lasts for " + Format.duration(alert.span(trace.extent().toNanos()).lengthNanos())
            : "lasted " + Format.duration(alert.toNanos() - alert.fromNanos());
    return List.of(
        "loop: " + where,
        "when: " + moments.text(alert.fromNanos()),
        howLong + ", " + AlertWords.word(alert.rule()));
  }

  private static List<String> shares(@Nullable Stall stall) {
    return stall == null
        ? List.of()
        : stall.shares().stream()
            .map(
                share ->
                    Names.cause(share.cause())
                        + ": "
                        + Format.duration(share.nanos())
                        + (share.evidence().isEmpty() ? "" : " (" + share.evidence() + ")"))
            .toList();
  }

  private List<String> stackLines(@Nullable Stall stall) {
    Stack stack = stall == null ? null : trace.stack(stall.culpritStack());
    return stack == null ? List.of() : stack.frames().stream().map(AlertReport::stackLine).toList();
  }

  private static String stackLine(StackFrame frame) {
    return "    at "
        + frame.className()
        + "."
        + frame.method()
        + "("
        + CodeNames.place(frame)
        + ")";
  }
}
