package dev.loopscope.dashboard.alert;

import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.analysis.DelayQuery;
import dev.loopscope.dashboard.analysis.verdict.DelayWords;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;

/**
 * Says what kept tasks waiting: {@code "worker-2 was late for 1.2 s: 37 tasks waited up to 80 ms
 * behind 412 runs, 71 % FlushTask, though no run was over the limit of 50 ms"}.
 */
final class StarvedWords {

  private final Trace trace;
  private final LoopNames names;
  private final RuleLimits limits;
  private final DelayQuery delays;

  StarvedWords(Trace trace, LoopNames names, RuleLimits limits) {
    this.trace = trace;
    this.names = names;
    this.limits = limits;
    delays = new DelayQuery(trace);
  }

  /**
   * Looks anew at why the worst task was late, when it is much worse than the one looked at before:
   * a look costs time by the runs it waited for.
   *
   * @param last whether this is the last look, which is always at the worst
   */
  void explain(int loop, LateTasks late, boolean last) {
    DelayExplanation known = late.why;
    long explained = known == null ? 0 : known.span().lengthNanos();
    boolean muchWorse = late.worstNanos() > explained + explained / 4;
    if (known == null || muchWorse || (last && !known.span().equals(late.worst()))) {
      late.why = delays.of(loop, late.worst());
    }
  }

  String sentence(int loop, LateTasks late, boolean open) {
    DelayExplanation why = late.why;
    return names.name(loop)
        + (open && !trace.isOver() ? " has been late for " : " was late for ")
        + Durations.text(late.lastNanos() - late.fromNanos())
        + ": "
        + (late.count() == 1 ? "a task" : Counts.of(late.count(), "task", "tasks"))
        + " waited up to "
        + Durations.text(late.worstNanos())
        + (why == null ? "" : " " + DelayWords.behind(why))
        + ", though no run was over the limit of "
        + Durations.text(limits.of(AlertKind.BLOCKED, loop))
        + (open && trace.isOver() ? "; it still was at the end" : "");
  }

  /** The same type of task in the way on the same kind of loop is the same trouble. */
  AlertKey key(int loop, LateTasks late) {
    DelayExplanation why = late.why;
    String type = why == null ? "" : DelayWords.mainType(why);
    return names.key(AlertKind.STARVED, loop, type);
  }
}
