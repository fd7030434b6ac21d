package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.List;

/** Says in whose code a thread was, and who called that. */
final class CodeWords {

  private CodeWords() {}

  static String of(Stack stack) {
    List<StackFrame> frames = stack.frames();
    if (frames.isEmpty()) {
      return "RUNNABLE without a stack";
    }
    Origin owner = frames.get(0).origin();
    int outermost = 0;
    while (outermost + 1 < frames.size() && frames.get(outermost + 1).origin() == owner) {
      outermost++;
    }
    // of foreign code the method that was called says most, of the user's own the one it is in
    String words = "RUNNABLE in " + place(owner) + ", ";
    return owner == Origin.APPLICATION
        ? words + method(frames.get(0))
        : words + method(frames.get(outermost)) + caller(frames, owner);
  }

  private static String place(Origin owner) {
    return switch (owner) {
      case APPLICATION -> "own code";
      case LIBRARY -> "a library";
      case FRAMEWORK -> "the framework";
      case JDK -> "the JDK";
    };
  }

  private static String caller(List<StackFrame> frames, Origin owner) {
    for (StackFrame frame : frames) {
      if (frame.origin() == Origin.APPLICATION && owner != Origin.APPLICATION) {
        return ", called by " + method(frame);
      }
    }
    return "";
  }

  private static String method(StackFrame frame) {
    String name = frame.className();
    return name.substring(name.lastIndexOf('.') + 1) + '.' + frame.method();
  }
}
