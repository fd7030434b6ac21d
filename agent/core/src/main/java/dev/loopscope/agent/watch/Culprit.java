package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The frame to blame for a stall.
 *
 * @param stack number of the stack that holds it, 0 when there is none
 * @param frame its index in that stack, -1 when there is none
 */
record Culprit(int stack, int frame) {

  static final Culprit NONE = new Culprit(0, -1);

  /**
   * Blames the method that most samples have as their first application frame, and within it the
   * line that most of those samples show; the earlier one among equals.
   */
  static Culprit of(List<Stack> samples) {
    Map<String, Integer> methods = new HashMap<>();
    Map<StackFrame, Integer> lines = new HashMap<>();
    for (Stack sample : samples) {
      int index = firstApplicationFrame(sample);
      if (index >= 0) {
        StackFrame frame = sample.frames().get(index);
        methods.merge(method(frame), 1, Integer::sum);
        lines.merge(frame, 1, Integer::sum);
      }
    }
    Culprit best = NONE;
    int bestMethod = 0;
    int bestLine = 0;
    for (Stack sample : samples) {
      int index = firstApplicationFrame(sample);
      if (index >= 0) {
        StackFrame frame = sample.frames().get(index);
        int method = methods.getOrDefault(method(frame), 0);
        int line = lines.getOrDefault(frame, 0);
        if (method > bestMethod || (method == bestMethod && line > bestLine)) {
          best = new Culprit(sample.id(), index);
          bestMethod = method;
          bestLine = line;
        }
      }
    }
    return best;
  }

  private static int firstApplicationFrame(Stack stack) {
    for (int i = 0; i < stack.frames().size(); i++) {
      if (stack.frames().get(i).origin() == Origin.APPLICATION) {
        return i;
      }
    }
    return -1;
  }

  private static String method(StackFrame frame) {
    return frame.className() + '#' + frame.method();
  }
}
