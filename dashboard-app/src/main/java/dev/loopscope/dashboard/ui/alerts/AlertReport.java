package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertGroup;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.ui.common.RuleWords;
import dev.loopscope.dashboard.ui.verdict.Evidence;
import dev.loopscope.dashboard.ui.verdict.TaskPath;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an alert for a ticket or a chat: plain text or Markdown. */
final class AlertReport {

  /** What Markdown would read as more than itself. */
  private static final String MARKS = "\\`*_{}[]<>#|~";

  private final Trace trace;
  private final Moments moments;

  AlertReport(Trace trace, Moments moments) {
    this.trace = trace;
    this.moments = moments;
  }

  /** The sentence, the facts and the stack, a line each. */
  String text(AlertRow row, @Nullable Evidence known) {
    StringBuilder out = new StringBuilder(row.alert().sentence()).append('\n');
    facts(row, known).forEach(fact -> out.append("  ").append(fact).append('\n'));
    stackLines(known).forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  /** The same for a ticket; names of the program are never markup in it. */
  String markdown(AlertRow row, @Nullable Evidence known) {
    StringBuilder out = new StringBuilder("**");
    out.append(escaped(row.alert().sentence())).append("**\n\n");
    facts(row, known).forEach(fact -> out.append("- ").append(escaped(fact)).append('\n'));
    List<String> lines = stackLines(known);
    if (!lines.isEmpty()) {
      out.append("\n```\n");
      lines.forEach(line -> out.append(line.replace("`", "'")).append('\n'));
      out.append("```\n");
    }
    return out.toString();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (MARKS.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c == '\n' ? ' ' : c);
    }
    return out.toString();
  }

  private List<String> facts(AlertRow row, @Nullable Evidence known) {
    Alert alert = row.alert();
    AlertGroup group = row.group();
    LoopInfo info = alert.loop() == 0 ? null : trace.loop(alert.loop());
    List<String> facts = new ArrayList<>();
    facts.add("loop: " + (info == null ? "whole process" : info.loop().name()));
    facts.add("when: " + moments.text(alert.fromNanos()));
    facts.add(
        (alert.isOpen() ? "lasts for " : "lasted ")
            + Format.duration(alert.span(trace.extent().toNanos()).lengthNanos())
            + ", "
            + RuleWords.word(alert.rule()));
    if (group.count() > 1) {
      facts.add(
          "seen "
              + Format.exact(group.count())
              + " times, worst "
              + Format.duration(group.worstNanos())
              + ", in all "
              + Format.duration(group.totalNanos()));
    }
    if (known != null) {
      Stall stall = known.stall();
      if (stall != null) {
        stall.shares().forEach(share -> facts.add(share(share)));
        stall.holders().forEach(holder -> facts.add(holder(holder)));
      }
      if (known.path() != null) {
        facts.add("how the task got there: " + path(known.path()));
      }
      if (stall == null) {
        known.facts().forEach(fact -> facts.add(fact.name() + ": " + fact.value()));
      }
    }
    return facts;
  }

  private static String share(Stall.Share share) {
    return Names.cause(share.cause())
        + ": "
        + Format.duration(share.nanos())
        + (share.subject().isEmpty() ? "" : " " + share.subject())
        + (share.evidence().isEmpty() ? "" : " (" + share.evidence() + ")");
  }

  private static String holder(Stall.Holder holder) {
    return "lock " + holder.lock() + " held by " + holder.thread();
  }

  private static String path(TaskPath path) {
    return String.join(
        " → ", path.steps().stream().map(step -> step.name() + " on " + step.loop()).toList());
  }

  private static List<String> stackLines(@Nullable Evidence known) {
    Stack stack = known == null ? null : known.stack();
    if (known == null || stack == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (StackFrame frame : stack.frames()) {
      boolean culprit = lines.size() == known.culpritFrame();
      lines.add((culprit ? " -> at " : "    at ") + stackLine(frame));
    }
    return lines;
  }

  private static String stackLine(StackFrame frame) {
    return frame.className() + "." + frame.method() + "(" + CodeNames.place(frame) + ")";
  }
}
