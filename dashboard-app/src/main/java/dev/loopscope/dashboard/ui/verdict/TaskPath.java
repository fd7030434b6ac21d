package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a task got onto its loop: from the first run that is known, through each that submitted the
 * next, to the task itself.
 *
 * @param origin where the first one came from, in words
 * @param steps the first run first, the task itself last; not empty
 */
public record TaskPath(String origin, List<Step> steps) {

  private static final int MAX_STEPS = 100;

  public TaskPath {
    steps = List.copyOf(steps);
  }

  /**
   * One run of the chain.
   *
   * @param name its type, or its kind where that has no name
   * @param loop name of the loop that it ran on
   * @param waitedNanos how long it was ready before it began, -1 when not known
   * @param ranNanos how long it took, -1 while it lasts
   * @param target what a click selects
   */
  public record Step(String name, String loop, long waitedNanos, long ranNanos, Selected target) {}

  /** The way to a run that has ended. Looks up one run a step. */
  public static TaskPath to(Trace trace, int loop, Run run) {
    Step last =
        new Step(
            name(trace, run.type(), run.kind()),
            loopName(trace, loop),
            run.hasQueueDelay() ? run.queueDelayNanos() : -1,
            run.durationNanos(),
            new Selected.OfRun(loop, run));
    return walk(trace, last, run.id(), run.parent(), run.submitter());
  }

  /** The way to a run, whether or not it has ended meanwhile. Looks up one run a step. */
  public static TaskPath to(Trace trace, int loop, OpenRun run) {
    LocatedRun ended = trace.find(run.id());
    if (ended != null) {
      return to(trace, ended.loop(), ended.run());
    }
    long ready = run.dueNanos() != 0 ? run.dueNanos() : run.submittedNanos();
    boolean known = ready != 0 && run.kind() != RunKind.IO;
    Step last =
        new Step(
            name(trace, run.type(), run.kind()),
            loopName(trace, loop),
            known ? Math.max(0, run.startNanos() - ready) : -1,
            -1,
            new Selected.OfOpenRun(loop, run));
    return walk(trace, last, run.id(), run.parent(), run.submitter());
  }

  private static TaskPath walk(Trace trace, Step last, long id, long parent, long submitter) {
    List<Step> steps = new ArrayList<>(List.of(last));
    Set<Long> seen = new HashSet<>(List.of(id)); // a damaged recording may hold a circle
    long above = parent;
    long thread = submitter;
    while (above != 0 && seen.add(above) && steps.size() < MAX_STEPS) {
      LocatedRun cause = trace.find(above);
      if (cause == null) {
        break;
      }
      Run run = cause.run();
      steps.add(
          new Step(
              name(trace, run.type(), run.kind()),
              loopName(trace, cause.loop()),
              run.hasQueueDelay() ? run.queueDelayNanos() : -1,
              run.durationNanos(),
              new Selected.OfRun(cause.loop(), run)));
      above = run.parent();
      thread = run.submitter();
    }
    Collections.reverse(steps);
    return new TaskPath(origin(trace, above, thread, steps.size()), steps);
  }

  private static String origin(Trace trace, long above, long submitter, int steps) {
    if (steps == MAX_STEPS) {
      return "The chain is longer than what is shown.";
    } else if (above != 0) {
      return "Caused by a run that is no longer kept.";
    } else if (submitter != 0) {
      return "Submitted by " + thread(trace, submitter) + ", outside of any run that was watched.";
    }
    return "Nothing that was watched caused it.";
  }

  private static String thread(Trace trace, long threadId) {
    for (LoopInfo info : trace.loops()) {
      if (info.loop().threadId() == threadId) {
        return info.loop().name();
      }
    }
    return "thread " + threadId;
  }

  private static String name(Trace trace, int type, RunKind kind) {
    return type == 0 ? Names.kind(kind) : CodeNames.type(trace.typeName(type));
  }

  private static String loopName(Trace trace, int loop) {
    @Nullable LoopInfo info = trace.loop(loop);
    return info == null ? "loop " + loop : info.loop().name();
  }
}
