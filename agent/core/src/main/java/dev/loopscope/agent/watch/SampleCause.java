package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Stall.Cause;
import java.util.List;

/**
 * What one sample says about why its thread does not get on.
 *
 * @param cause the cause; {@link Cause#CPU} stands for "able to run": only the CPU time used says
 *     whether it really ran
 * @param seen what was seen, in words
 */
record SampleCause(Cause cause, String seen) {

  static SampleCause of(ThreadSample sample) {
    return switch (sample.state()) {
      case BLOCKED -> new SampleCause(Cause.LOCK, "BLOCKED on " + lock(sample));
      case WAITING, TIMED_WAITING -> waiting(sample);
      default -> runnable(sample);
    };
  }

  private static SampleCause waiting(ThreadSample sample) {
    String state = sample.state().name();
    if (isIn(sample, "java.lang.Thread", "sleep", 4)) {
      return new SampleCause(Cause.SLEEP, state + " in Thread.sleep");
    }
    if (!sample.lockOwner().isEmpty()) {
      return new SampleCause(Cause.LOCK, state + " for " + lock(sample));
    }
    return new SampleCause(Cause.WAIT, state + " in " + outermostJdkMethod(sample));
  }

  private static SampleCause runnable(ThreadSample sample) {
    if (!sample.frames().isEmpty()) {
      StackTraceElement top = sample.frames().get(0);
      if (isInputOutput(top)) {
        return new SampleCause(Cause.BLOCKING_IO, "in " + outermostJdkMethod(sample));
      }
      return new SampleCause(Cause.CPU, "RUNNABLE in " + method(top));
    }
    return new SampleCause(Cause.UNKNOWN, sample.state() + " without a stack");
  }

  /** Whether {@code top} is a call into the operating system that may wait for a device. */
  private static boolean isInputOutput(StackTraceElement top) {
    String name = top.getClassName();
    return name.startsWith("sun.nio.ch.")
        || name.startsWith("sun.nio.fs.")
        || (top.isNativeMethod()
            && (name.startsWith("java.io.")
                || name.startsWith("java.net.")
                || name.startsWith("sun.net.")
                || name.startsWith("io.netty.channel.")));
  }

  private static boolean isIn(ThreadSample sample, String className, String method, int depth) {
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
  private static String outermostJdkMethod(ThreadSample sample) {
    StackTraceElement entered = sample.frames().isEmpty() ? null : sample.frames().get(0);
    for (StackTraceElement frame : sample.frames()) {
      if (Origins.of(frame) != dev.loopscope.protocol.Definitions.Origin.JDK) {
        break;
      }
      entered = frame;
    }
    return entered == null ? "an unknown method" : method(entered);
  }

  private static String lock(ThreadSample sample) {
    String lock = sample.lock().isEmpty() ? "a lock" : sample.lock();
    return sample.lockOwner().isEmpty()
        ? lock
        : lock + " held by thread \"" + sample.lockOwner() + '"';
  }

  private static String method(StackTraceElement frame) {
    String name = frame.getClassName();
    return name.substring(name.lastIndexOf('.') + 1) + '.' + frame.getMethodName();
  }
}
