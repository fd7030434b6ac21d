package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.analysis.DelayQuery;
import dev.loopscope.dashboard.analysis.verdict.DelayWords;
import dev.loopscope.dashboard.analysis.verdict.Verdict;
import dev.loopscope.dashboard.analysis.verdict.VerdictText;
import dev.loopscope.dashboard.analysis.verdict.Verdicts;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.dashboard.words.Markdown;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.Stall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes an alert for a ticket or a chat, as plain text or Markdown, with its stack. Looks at many
 * runs, so it is not for every frame of the FX thread.
 */
public final class AlertText {

  private final Trace trace;
  private final LongFunction<String> moments;
  private final Verdicts verdicts;
  private final DelayQuery delays;

  /**
   * @param moments how a moment of the session is written
   */
  public AlertText(Trace trace, LongFunction<String> moments) {
    this.trace = trace;
    this.moments = moments;
    verdicts = new Verdicts(trace);
    delays = new DelayQuery(trace);
  }

  /**
   * What else is known of an alert that no stall is behind.
   *
   * @param facts a line each
   * @param stack innermost frame first; may be empty
   * @param culpritFrame index in it of the frame to blame, negative when there is none
   */
  public record Extra(List<String> facts, List<StackFrame> stack, int culpritFrame) {

    public static final Extra NONE = new Extra(List.of(), List.of(), -1);

    public Extra {
      facts = List.copyOf(facts);
      stack = List.copyOf(stack);
    }
  }

  /** The alert as plain text; ends with a line break. */
  public String text(Alert alert, @Nullable AlertGroup group, Extra extra) {
    Verdict verdict = verdict(alert);
    StringBuilder out = new StringBuilder(sentence(alert, verdict)).append('\n');
    facts(alert, group, verdict, extra).forEach(fact -> out.append("  ").append(fact).append('\n'));
    stack(verdict, extra).forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  /** The alert as Markdown; what came from the watched process is escaped. */
  public String markdown(Alert alert, @Nullable AlertGroup group, Extra extra) {
    Verdict verdict = verdict(alert);
    StringBuilder out =
        new StringBuilder("**").append(Markdown.escape(sentence(alert, verdict))).append("**\n\n");
    facts(alert, group, verdict, extra)
        .forEach(fact -> out.append("- ").append(Markdown.escape(fact)).append('\n'));
    List<String> stack = stack(verdict, extra);
    if (!stack.isEmpty()) {
      out.append('\n').append(Markdown.block(stack));
    }
    return out.toString();
  }

  private static String sentence(Alert alert, @Nullable Verdict verdict) {
    boolean ofStall = alert.rule() == AlertKind.BLOCKED || alert.rule() == AlertKind.DEADLOCK;
    return (ofStall && verdict != null ? verdict.sentence() : alert.sentence()) + ".";
  }

  private @Nullable Verdict verdict(Alert alert) {
    if (alert.stall() == 0) {
      return null;
    }
    for (Stall stall : trace.stalls()) {
      if (stall.id() == alert.stall()) {
        return verdicts.of(stall);
      }
    }
    return null;
  }

  private List<String> facts(
      Alert alert, @Nullable AlertGroup group, @Nullable Verdict verdict, Extra extra) {
    List<String> facts = new ArrayList<>();
    LoopInfo loop = alert.loop() == 0 ? null : trace.loop(alert.loop());
    facts.add("where: " + where(loop));
    facts.add("when: " + moments.apply(alert.fromNanos()) + ", " + lasted(alert));
    if (group != null && group.count() > 1) {
      facts.add(repeats(group));
    }
    facts.addAll(verdict == null ? extra.facts() : VerdictText.facts(verdict));
    DelayExplanation why = alert.rule() == AlertKind.STARVED ? worstDelay(alert) : null;
    if (why != null) {
      facts.add("the latest task " + DelayWords.waited(why));
    }
    return facts;
  }

  private @Nullable DelayExplanation worstDelay(Alert alert) {
    return delays.worst(alert.loop(), alert.span(trace.extent().toNanos()), alert.worstNanos());
  }

  private String where(@Nullable LoopInfo loop) {
    Hello hello = trace.hello();
    String name = loop == null ? "the whole process" : loop.loop().name();
    return hello == null
        ? name
        : name + " in " + hello.process().name() + " (pid " + hello.process().pid() + ")";
  }

  private String lasted(Alert alert) {
    String length = Durations.text(alert.span(trace.extent().toNanos()).lengthNanos());
    return !alert.isOpen()
        ? "lasted " + length
        : trace.isOver() ? "had lasted " + length + " at the end" : "lasts for " + length;
  }

  private String repeats(AlertGroup group) {
    return Counts.of(group.count(), "time", "times")
        + " from "
        + moments.apply(group.firstNanos())
        + " to "
        + moments.apply(group.lastNanos())
        + (group.worstNanos() == 0
            ? ""
            : ", the worst "
                + Durations.text(group.worstNanos())
                + ", together "
                + Durations.text(group.totalNanos()));
  }

  /** The frame to blame is the one with the arrow. */
  private static List<String> stack(@Nullable Verdict verdict, Extra extra) {
    List<StackFrame> frames = verdict == null ? extra.stack() : verdict.stack();
    int culprit = verdict == null ? extra.culpritFrame() : verdict.stall().culpritFrame();
    List<String> lines = new ArrayList<>();
    for (StackFrame frame : frames) {
      String mark = lines.size() == culprit ? " -> " : "    ";
      lines.add(mark + VerdictText.stackLine(frame));
    }
    return lines;
  }
}
