package dev.loopscope.agent.drain;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import org.jspecify.annotations.Nullable;

/**
 * Asks about a thread without running its own code: an application's class of threads may override
 * {@code getState} and {@code getStackTrace}, and then the JVM's beans answer in its place. Up to
 * JDK 18 these call {@code getId}; of a thread that overrides that too, nothing is asked.
 */
final class ThreadReading {

  private static final StackTraceElement[] NO_STACK = {};

  private ThreadReading() {}

  /** Its state; runnable when nobody can tell. */
  static Thread.State state(Thread thread, long threadId) {
    if (isThreadsOwn(thread, "getState")) {
      return thread.getState();
    }
    ThreadInfo info = info(thread, threadId, 0);
    return info == null ? Thread.State.RUNNABLE : info.getThreadState();
  }

  /** Its stack, innermost frame first; empty when nobody can tell. */
  static StackTraceElement[] stack(Thread thread, long threadId) {
    if (isThreadsOwn(thread, "getStackTrace")) {
      return thread.getStackTrace();
    }
    ThreadInfo info = info(thread, threadId, Integer.MAX_VALUE);
    return info == null ? NO_STACK : info.getStackTrace();
  }

  private static @Nullable ThreadInfo info(Thread thread, long threadId, int depth) {
    return isThreadsOwn(thread, "getId")
        ? ManagementFactory.getThreadMXBean().getThreadInfo(threadId, depth)
        : null;
  }

  private static boolean isThreadsOwn(Thread thread, String method) {
    try {
      return thread.getClass().getMethod(method).getDeclaringClass() == Thread.class;
    } catch (NoSuchMethodException | LinkageError e) {
      return false;
    }
  }
}
