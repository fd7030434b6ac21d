package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.dashboard.analysis.verdict.TaskStory.Step;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.dashboard.words.Durations;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Follows a run back to what caused it. */
public final class TaskStories {

  private static final int MAX_STEPS = 64;

  private final Trace trace;

  public TaskStories(Trace trace) {
    this.trace = trace;
  }

  public TaskStory of(OpenRun run) {
    long ready = run.kind() == RunKind.TIMER ? run.dueNanos() : run.submittedNanos();
    long waited =
        ready == 0 || run.kind() == RunKind.IO ? -1 : Math.max(0, run.startNanos() - ready);
    return new TaskStory(
        typeName(run.type()), run.kind(), waited, threadName(run.submitter()), parents(run));
  }

  private List<Step> parents(OpenRun run) {
    List<Step> steps = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    seen.add(run.id());
    long next = run.parent();
    // A damaged recording may hold runs that caused each other.
    while (next != 0 && steps.size() < MAX_STEPS && seen.add(next)) {
      LocatedRun parent = trace.find(next);
      if (parent == null) {
        break;
      }
      steps.add(step(parent));
      // An I/O phase handles many channels: what caused it did not cause this.
      next = parent.run().kind() == RunKind.IO ? 0 : parent.run().parent();
    }
    return steps;
  }

  private Step step(LocatedRun located) {
    Run run = located.run();
    LoopInfo info = trace.loop(located.loop());
    return new Step(
        run.id(),
        located.loop(),
        info == null ? "loop " + located.loop() : info.loop().name(),
        typeName(run.type()),
        run.kind(),
        run.startNanos(),
        run.hasQueueDelay() ? run.queueDelayNanos() : -1);
  }

  private String typeName(int type) {
    return type == 0 ? "" : trace.typeName(type);
  }

  private String threadName(long threadId) {
    return threadId == 0
        ? ""
        : trace.loops().stream()
            .map(LoopInfo::loop)
            .filter(loop -> loop.threadId() == threadId)
            .map(loop -> loop.name())
            .findFirst()
            .orElse("thread " + threadId);
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
