package dev.loopscope.dashboard.analysis;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.Run;

/**
 * How many tasks were ready before a stall ended and could begin only after it.
 *
 * @param tasks how many, merged runs not counted
 * @param longestNanos how long the one that waited longest had been ready before it began
 * @param merged whether merged runs waited too, of which only the longest wait is known
 * @param complete whether all of them are known, so that what runs later changes nothing
 */
public record WaitedBehind(long tasks, long longestNanos, boolean merged, boolean complete) {

  public static final WaitedBehind NOBODY = new WaitedBehind(0, 0, false, false);

  /** Work is mostly done in the order of its coming: so many that came later end the search. */
  private static final int PATIENCE = 256;

  private static final int MAX_TASKS = 1_000_000;
  private static final long FIRST_WINDOW_NANOS = 1_000_000L;

  /**
   * Looks at what {@code loop} did after the stall, for as long as it works off what had waited.
   *
   * @param endNanos when the stall ended
   */
  public static WaitedBehind of(Trace trace, int loop, long endNanos) {
    Search search = new Search(endNanos);
    long last = trace.extent().toNanos() + 1;
    long from = endNanos;
    for (long width = FIRST_WINDOW_NANOS; from < last && !search.isOver(); width *= 2) {
      long to = Math.min(last, from + width);
      search.look(trace, loop, new TimeSpan(from, to));
      from = to;
    }
    return new WaitedBehind(search.tasks, search.longestNanos, search.merged, search.isOver());
  }

  private static final class Search {
    final long endNanos;
    long tasks;
    long longestNanos;
    boolean merged;
    int inVain;

    Search(long endNanos) {
      this.endNanos = endNanos;
    }

    boolean isOver() {
      return inVain >= PATIENCE || tasks >= MAX_TASKS;
    }

    void look(Trace trace, int loop, TimeSpan window) {
      for (Run run : trace.runs(loop, window, 0, MAX_TASKS)) {
        if (run.startNanos() >= Math.max(endNanos, window.fromNanos())
            && run.startNanos() < window.toNanos()) {
          look(run);
        }
      }
      for (Group group : trace.groups(loop, window, MAX_TASKS)) {
        boolean starts =
            group.fromNanos() >= Math.max(endNanos, window.fromNanos())
                && group.fromNanos() < window.toNanos();
        if (starts && group.fromNanos() - group.worstDelayNanos() < endNanos) {
          merged |= group.worstDelayNanos() > 0;
          longestNanos = Math.max(longestNanos, group.worstDelayNanos());
        }
      }
    }

    private void look(Run run) {
      if (!run.hasQueueDelay()) {
        return;
      }
      if (run.startNanos() - run.queueDelayNanos() < endNanos && run.queueDelayNanos() > 0) {
        tasks++;
        longestNanos = Math.max(longestNanos, run.queueDelayNanos());
        inVain = 0;
      } else {
        inVain++;
      }
    }
  }
}
