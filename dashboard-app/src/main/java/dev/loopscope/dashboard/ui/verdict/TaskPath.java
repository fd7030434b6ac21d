package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.dashboard.analysis.verdict.Ancestry;
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
import java.util.List;

/**
 * How a task got onto its loop: from the first run that is known, through each that submitted the
 * next, to the task itself.
 *
 * @param origin where the first one came from, in words
 * @param steps the first run first, the task itself last; not empty
 */
public record TaskPath(String origin, List<Step> steps) {

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
    return to(trace, Ancestry.of(trace, run), step(trace, new LocatedRun(loop, run)));
  }

  /** The way to a run, whether or not it has ended meanwhile. Looks up one run a step. */
  public static TaskPath to(Trace trace, int loop, OpenRun run) {
    LocatedRun ended = trace.find(run.id());
    if (ended != null) {
      return to(trace, ended.loop(), ended.run());
    }
    Step last =
        new Step(
            name(trace, run.type(), run.kind()),
            Ancestry.loopName(trace, loop),
            Ancestry.waitedNanos(run),
            -1,
            new Selected.OfOpenRun(loop, run));
    return to(trace, Ancestry.of(trace, run), last);
  }

  private static TaskPath to(Trace trace, Ancestry ancestry, Step last) {
    List<Step> steps = new ArrayList<>(List.of(last));
    ancestry.runs().forEach(run -> steps.add(step(trace, run)));
    Collections.reverse(steps);
    return new TaskPath(origin(trace, ancestry), steps);
  }

  private static Step step(Trace trace, LocatedRun located) {
    Run run = located.run();
    return new Step(
        name(trace, run.type(), run.kind()),
        Ancestry.loopName(trace, located.loop()),
        Ancestry.waitedNanos(run),
        run.durationNanos(),
        new Selected.OfRun(located.loop(), run));
  }

  private static String origin(Trace trace, Ancestry ancestry) {
    if (ancestry.longer()) {
      return "The chain is longer than what is shown.";
    } else if (ancestry.unknown() != 0) {
      return "Caused by a run that is no longer kept.";
    } else if (ancestry.submitter() != 0) {
      return "Submitted by "
          + Ancestry.threadName(trace, ancestry.submitter())
          + ", outside of any run that was watched.";
    }
    return "Nothing that was watched caused it.";
  }

  private static String name(Trace trace, int type, RunKind kind) {
    return type == 0 ? Names.kind(kind) : CodeNames.type(trace.typeName(type));
  }
}
