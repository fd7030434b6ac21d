package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.ArrayList;
import java.util.List;

/** The parts of a verdict as lines for people. */
public final class VerdictText {

  private VerdictText() {}

  /** Causes, lock holders and the task's story, a line each. */
  public static List<String> facts(Verdict verdict) {
    List<String> lines = new ArrayList<>();
    verdict.causes().forEach(cause -> lines.add(cause(cause)));
    verdict.holders().forEach(holder -> lines.add(holder.text()));
    lines.add(TaskStories.sentence(verdict.story()));
    return lines;
  }

  static String cause(Verdict.Cause cause) {
    return cause.word()
        + (cause.subject().isEmpty() ? "" : " of " + cause.subject())
        + ": "
        + Durations.text(cause.nanos())
        + ", "
        + Counts.percent(cause.share())
        + (cause.evidence().isEmpty() ? "" : " (" + cause.evidence() + ")");
  }

  /** For example {@code at com.example.ChatHandler.onMessage(ChatHandler.java:42)}. */
  public static String stackLine(StackFrame frame) {
    return "at " + frame.className() + "." + frame.method() + "(" + CodeNames.place(frame) + ")";
  }
}
