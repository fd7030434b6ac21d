package dev.loopscope.dashboard.ui.flame;

import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.List;

/**
 * A method that was on the stack, and what it was seen to call.
 *
 * @param id tells it from others of the same tree
 * @param frame the method, with the line of the first sample that went through it
 * @param lines how many different lines of it were seen
 * @param samples how many samples went through it
 * @param culprit whether it is the one to blame
 * @param callees what it called, most samples first
 */
public record FlameNode(
    int id, StackFrame frame, int lines, int samples, boolean culprit, List<FlameNode> callees) {

  public FlameNode {
    callees = List.copyOf(callees);
  }

  /** Whether it, or something that it called, is the one to blame. */
  boolean leadsToCulprit() {
    return culprit || callees.stream().anyMatch(FlameNode::leadsToCulprit);
  }
}
