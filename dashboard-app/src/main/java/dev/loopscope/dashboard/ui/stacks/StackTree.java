package dev.loopscope.dashboard.ui.stacks;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import java.util.List;

/**
 * Adds up the samples of stalls into one call tree. Each stack is cut at the frame to blame, the
 * first from inside that is the application's own, and read from there inwards: what did it call
 * that took so long?
 */
final class StackTree {

  private static final String NOBODY = "No frame of the application's own";

  private StackTree() {}

  /** The tree of all stalls that overlap {@code span}; its root stands for all of them. */
  static FrameNode of(Trace trace, TimeSpan span) {
    FrameNode root = new FrameNode("");
    long now = trace.extent().toNanos();
    for (Stall stall : trace.stalls()) {
      long end = stall.isOpen() ? now : stall.endNanos();
      List<Stall.Sample> samples = stall.samples();
      if (samples.isEmpty() || !span.overlaps(stall.run().startNanos(), end)) {
        continue;
      }
      long each = Math.max(0, end - stall.run().startNanos()) / samples.size();
      for (Stall.Sample sample : samples) {
        Stack stack = trace.stack(sample.stack());
        if (stack != null) {
          add(root, stack, each);
        }
      }
    }
    return root;
  }

  private static void add(FrameNode root, Stack stack, long nanos) {
    int culprit = culprit(stack);
    FrameNode at = root;
    if (culprit < 0) {
      at = at.count(NOBODY, nanos);
    }
    int from = culprit < 0 ? stack.frames().size() - 1 : culprit;
    for (int i = from; i >= 0; i--) {
      at = at.count(CodeNames.frame(stack.frames().get(i)), nanos);
    }
  }

  private static int culprit(Stack stack) {
    int index = 0;
    for (StackFrame frame : stack.frames()) {
      if (frame.origin() == Origin.APPLICATION) {
        return index;
      }
      index++;
    }
    return -1;
  }
}
