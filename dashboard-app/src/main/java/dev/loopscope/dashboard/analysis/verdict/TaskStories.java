package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.dashboard.analysis.verdict.TaskStory.Step;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;

/** Follows a run back to what caused it. */
public final class TaskStories {

  private final Trace trace;

  public TaskStories(Trace trace) {
    this.trace = trace;
  }

  public TaskStory of(OpenRun run) {
    return new TaskStory(
        typeName(run.type()),
        run.kind(),
        Ancestry.waitedNanos(run),
        Ancestry.threadName(trace, run.submitter()),
        Ancestry.of(trace, run).runs().stream().map(this::step).toList());
  }

  private Step step(LocatedRun located) {
    Run run = located.run();
    return new Step(
        run.id(),
        located.loop(),
        Ancestry.loopName(trace, located.loop()),
        typeName(run.type()),
        run.kind(),
        run.startNanos(),
        Ancestry.waitedNanos(run));
  }

  private String typeName(int type) {
    return type == 0 ? "" : trace.typeName(type);
  }

  /**
   * The story as a sentence, for example {@code "The task ChatHandler$Push had waited 12 ms; it was
   * submitted by Login on worker-1, which was submitted by an I/O phase on boss-1"}.
   */
  public static String sentence(TaskStory story) {
    StringBuilder out = new StringBuilder("The ").append(what(story.kind(), story.typeName()));
    if (story.waitedNanos() >= 0) {
      out.append(" had waited ").append(Durations.text(story.waitedNanos()));
    } else {
      out.append(" had waited for an unknown time");
    }
    String link = "; it was submitted by ";
    for (Step step : story.parents()) {
      out.append(link).append(step(step));
      link = ", which was submitted by ";
    }
    if (story.parents().isEmpty() && !story.submitter().isEmpty()) {
      out.append(link).append(story.submitter());
    }
    return out.toString();
  }

  private static String step(Step step) {
    return what(step.kind(), step.typeName()) + " on " + step.loopName();
  }

  private static String what(RunKind kind, String typeName) {
    return switch (kind) {
      case IO -> "I/O phase";
      case TASK -> "task " + named(typeName);
      case TIMER -> "timer " + named(typeName);
      case INTERNAL -> "housekeeping " + named(typeName);
    };
  }

  private static String named(String typeName) {
    return typeName.isEmpty() ? "of unknown type" : CodeNames.type(typeName);
  }
}
