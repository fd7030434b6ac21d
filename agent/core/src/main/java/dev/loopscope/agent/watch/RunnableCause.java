package dev.loopscope.agent.watch;

import dev.loopscope.agent.watch.system.CallKind;
import dev.loopscope.agent.watch.system.SystemView;
import dev.loopscope.protocol.Stall.Cause;

/**
 * What a sample says whose thread is RUNNABLE for the JVM. That may be code that computes, a native
 * method that waits for a device, for time, for another process, or a thread that waits for the JVM
 * itself; the operating system tells them apart.
 */
final class RunnableCause {

  private static final String[] FILE_CLASSES = {
    "java.io.File",
    "java.io.RandomAccessFile",
    "java.io.UnixFileSystem",
    "java.io.WinNTFileSystem",
    "java.nio.MappedMemory",
    "sun.nio.fs.",
    "sun.nio.ch.FileDispatcher",
    "sun.nio.ch.UnixFileDispatcher",
    "sun.nio.ch.FileChannel",
  };

  private RunnableCause() {}

  static SampleCause of(ThreadSample sample, SystemView system) {
    if (sample.frames().isEmpty()) {
      return new SampleCause(Cause.UNKNOWN, sample.state() + " without a stack", "");
    }
    StackTraceElement top = sample.frames().get(0);
    boolean file = top.isNativeMethod() && isFile(top);
    if (isInputOutput(top) || isCallOnDevice(system)) {
      return new SampleCause(
          Cause.BLOCKING_IO, inputOutput(sample, system), system.subject(), file);
    }
    if (system.waits()) {
      return waits(sample, top, system);
    }
    return new SampleCause(Cause.CPU, "RUNNABLE in " + Frames.method(top), "");
  }

  private static SampleCause waits(ThreadSample sample, StackTraceElement top, SystemView system) {
    String method = Frames.method(top);
    if (system.kind() == CallKind.TIME) {
      return new SampleCause(Cause.SLEEP, "asleep in native " + method + call(system), "");
    }
    if (system.kind() == CallKind.PROCESS) {
      return new SampleCause(Cause.WAIT, "waiting for a process in " + method + call(system), "");
    }
    if (system.state() == 'D') {
      return new SampleCause(
          Cause.BLOCKING_IO, "waiting for a device in " + method + call(system), "");
    }
    return sample.inNativeMethod()
        ? new SampleCause(Cause.WAIT, "waiting in native " + method + call(system), "")
        : new SampleCause(
            Cause.WAIT,
            "waiting inside the JVM in "
                + method
                + " (for a class that another thread initialises, for memory, or for the JVM's own"
                + " locks)",
            "the JVM");
  }

  private static boolean isCallOnDevice(SystemView system) {
    return system.waits()
        && switch (system.kind()) {
          case DESCRIPTOR, DESCRIPTOR_LIST, PATH -> true;
          case NONE, THREADS, TIME, PROCESS -> false;
        };
  }

  private static String inputOutput(ThreadSample sample, SystemView system) {
    String words = "in " + Frames.outermostJdkMethod(sample) + call(system);
    return system.isKnown() ? words : words + ", on what is not known on this system";
  }

  private static String call(SystemView system) {
    return system.call().isEmpty() ? "" : " (system call " + system.call() + ')';
  }

  /** Whether {@code top} is a call into the operating system that may wait for a device. */
  private static boolean isInputOutput(StackTraceElement top) {
    String name = top.getClassName();
    return name.startsWith("sun.nio.ch.")
        || name.startsWith("sun.nio.fs.")
        || (top.isNativeMethod()
            && (isFile(top)
                || name.startsWith("java.io.")
                || name.startsWith("java.net.")
                || name.startsWith("sun.net.")
                || name.startsWith("io.netty.channel.")));
  }

  private static boolean isFile(StackTraceElement top) {
    for (String prefix : FILE_CLASSES) {
      if (top.getClassName().startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
