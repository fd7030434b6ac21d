package dev.loopscope.dashboard.ui.flows;

import dev.loopscope.dashboard.analysis.Flow;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.protocol.Run;

/**
 * A run nobody watched caused, with all that it caused.
 *
 * @param loop number of the loop of the first run
 * @param root the first run
 * @param typeName binary class name of the first run's type
 * @param fromNanos when it was submitted, or began when that is not known
 * @param toNanos when its last run ended
 * @param runs how many runs it holds
 * @param loops how many loops they ran on
 * @param busyNanos how long its runs ran together
 * @param failed how many of them failed
 */
public record FlowRow(
    int loop,
    Run root,
    String typeName,
    long fromNanos,
    long toNanos,
    int runs,
    int loops,
    long busyNanos,
    int failed) {

  static FlowRow of(Flow flow) {
    Run root = flow.root().run();
    return new FlowRow(
        flow.root().loop(),
        root,
        root.type() == 0 ? "(" + Names.kind(root.kind()) + ")" : flow.rootType(),
        flow.span().fromNanos(),
        flow.span().toNanos(),
        flow.runs().size(),
        flow.loops(),
        flow.busyNanos(),
        flow.failed());
  }

  /** From the first submission to the last end. */
  public long durationNanos() {
    return toNanos - fromNanos;
  }
}
