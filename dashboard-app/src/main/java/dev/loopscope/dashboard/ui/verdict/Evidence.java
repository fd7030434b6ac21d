package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.dashboard.analysis.DelayExplanation;
import dev.loopscope.dashboard.ui.flame.FlameTree;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an alert besides its sentence.
 *
 * @param stall the stall behind it, null when there is none
 * @param lastedNanos how long the alert has lasted
 * @param stack the stack to look at, null when there is none
 * @param culpritFrame index in it of the frame to blame, negative when there is none
 * @param flame all samples of the stall
 * @param path how the task got there, null when no single task is behind it
 * @param delay what filled the time for which tasks waited, null when that is not the point
 * @param facts what else is known, names and values
 */
public record Evidence(
    @Nullable Stall stall,
    long lastedNanos,
    @Nullable Stack stack,
    int culpritFrame,
    FlameTree flame,
    @Nullable TaskPath path,
    @Nullable DelayExplanation delay,
    List<Fact> facts) {

  public Evidence {
    facts = List.copyOf(facts);
  }

  /** The frame to blame; null when there is none. */
  public @Nullable StackFrame culprit() {
    Stack all = stack;
    return all == null || culpritFrame < 0 || culpritFrame >= all.frames().size()
        ? null
        : all.frames().get(culpritFrame);
  }

  /** A name and a value. */
  public record Fact(String name, String value) {}
}
