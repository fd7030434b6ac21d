package dev.loopscope.agent.watch;

import java.util.List;

/** Reads stacks. */
final class Frames {

  private Frames() {}

  /** Whether one of the {@code depth} innermost frames is a method that begins so. */
  static boolean isIn(ThreadSample sample, String className, String method, int depth) {
    List<StackTraceElement> frames = sample.frames();
    for (int i = 0; i < Math.min(depth, frames.size()); i++) {
      if (frames.get(i).getClassName().equals(className)
          && frames.get(i).getMethodName().startsWith(method)) {
        return true;
      }
    }
    return false;
  }

  /** The method through which the JDK was entered: what somebody reading the code would see. */
  static String outermostJdkMethod(ThreadSample sample) {
    StackTraceElement entered = sample.frames().isEmpty() ? null : sample.frames().get(0);
    for (StackTraceElement frame : sample.frames()) {
      if (!Origins.isJdk(frame)) {
        break;
      }
      entered = frame;
    }
    return entered == null ? "an unknown method" : method(entered);
  }

  static String method(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.substring(name.lastIndexOf('.') + 1) + '.' + frame.getMethodName();
  }
}
