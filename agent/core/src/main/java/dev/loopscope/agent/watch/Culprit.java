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
   * A stack and for how long it stands.
   *
   * @param nanos at least 1
   */
  record Weighed(Stack stack, long nanos) {}

  /**
   * Blames the method that stood longest as the first frame of the user's own code, and within it
   * the line that stood longest; the earlier one among equals. Without any code of the user's the
   * same is asked of libraries.
   */
  static Culprit of(List<Weighed> samples) {
    Culprit own = of(samples, Origin.APPLICATION);
    return own.equals(NONE) ? of(samples, Origin.LIBRARY) : own;
  }

  private static Culprit of(List<Weighed> samples, Origin owner) {
    Map<String, Long> methods = new HashMap<>();
    Map<StackFrame, Long> lines = new HashMap<>();
    for (Weighed sample : samples) {
      int index = firstFrame(sample.stack(), owner);
      if (index >= 0) {
        StackFrame frame = sample.stack().frames().get(index);
        methods.merge(method(frame), sample.nanos(), Long::sum);
        lines.merge(frame, sample.nanos(), Long::sum);
      }
    }
    Culprit best = NONE;
    long bestMethod = 0;
    long bestLine = 0;
    for (Weighed sample : samples) {
      int index = firstFrame(sample.stack(), owner);
      if (index >= 0) {
        StackFrame frame = sample.stack().frames().get(index);
        long method = methods.getOrDefault(method(frame), 0L);
        long line = lines.getOrDefault(frame, 0L);
        if (method > bestMethod || (method == bestMethod && line > bestLine)) {
          best = new Culprit(sample.stack().id(), index);
          bestMethod = method;
          bestLine = line;
        }
      }
    }
    return best;
  }

  private static int firstFrame(Stack stack, Origin owner) {
    for (int i = 0; i < stack.frames().size(); i++) {
      if (stack.frames().get(i).origin() == owner) {
        return i;
      }
    }
    return -1;
  }

  private static String method(StackFrame frame) {
    return frame.className() + '#' + frame.method();
  }
}
