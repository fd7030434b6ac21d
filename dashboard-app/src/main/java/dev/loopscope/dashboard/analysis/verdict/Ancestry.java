package dev.loopscope.dashboard.analysis.verdict;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.store.Trace.LocatedRun;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What led to a run: those that submitted each other, as far as they are known.
 *
 * @param runs the nearest first, the root of the flow last
 * @param unknown the run that submitted the last of them and is not kept, 0 when there is none
 * @param submitter thread that submitted the last of them, or the run itself; 0 when not known
 * @param longer whether it goes on beyond what was followed
 */
public record Ancestry(List<LocatedRun> runs, long unknown, long submitter, boolean longer) {

  private static final int MAX_STEPS = 64;

  public Ancestry {
    runs = List.copyOf(runs);
  }

  /** Looks up one run a step. */
  public static Ancestry of(Trace trace, Run run) {
    return of(trace, run.id(), run.parent(), run.submitter());
  }

  /** The same of a run that has not ended. */
  public static Ancestry of(Trace trace, OpenRun run) {
    return of(trace, run.id(), run.parent(), run.submitter());
  }

  private static Ancestry of(Trace trace, long id, long parent, long submitter) {
    List<LocatedRun> runs = new ArrayList<>();
    Set<Long> seen = new HashSet<>(List.of(id)); // a damaged recording may hold a circle
    long next = parent;
    long thread = submitter;
    while (next != 0 && runs.size() < MAX_STEPS && seen.add(next)) {
      LocatedRun above = trace.find(next);
      if (above == null) {
        return new Ancestry(runs, next, thread, false);
      }
      runs.add(above);
      // An I/O phase handles many channels: what caused it did not cause this.
      boolean root = above.run().kind() == RunKind.IO;
      next = root ? 0 : above.run().parent();
      thread = root ? 0 : above.run().submitter();
    }
    return new Ancestry(runs, 0, thread, next != 0 && runs.size() == MAX_STEPS);
  }

  /** How long the run was ready before it began, -1 when that is not known. */
  public static long waitedNanos(Run run) {
    return run.hasQueueDelay() ? run.queueDelayNanos() : -1;
  }

  /** The same of a run that has not ended. */
  public static long waitedNanos(OpenRun run) {
    boolean known =
        run.dueNanos() != 0 || (run.submittedNanos() != 0 && run.kind() != RunKind.TIMER);
    return known && run.kind() != RunKind.IO ? run.startNanos() - run.readyNanos() : -1;
  }

  /** The name of a loop, a placeholder while it is not known. */
  public static String loopName(Trace trace, int loop) {
    LoopInfo info = trace.loop(loop);
    return info == null ? "loop " + loop : info.loop().name();
  }

  /** The name of a thread: that of its loop, or its number; empty for 0. */
  public static String threadName(Trace trace, long threadId) {
    return threadId == 0
        ? ""
        : trace.loops().stream()
            .map(LoopInfo::loop)
            .filter(loop -> loop.threadId() == threadId)
            .map(loop -> loop.name())
            .findFirst()
            .orElse("thread " + threadId);
  }
}
