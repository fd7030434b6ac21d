package dev.loopscope.agent.watch;

import java.util.List;

/** Threads as they look from outside. */
final class Samples {

  private Samples() {}

  static StackTraceElement jdk(String className, String method) {
    return new StackTraceElement(null, "java.base", "17", className, method, "X.java", 10);
  }

  static StackTraceElement nativeJdk(String className, String method) {
    return new StackTraceElement(null, "java.base", "17", className, method, "X.java", -2);
  }

  static StackTraceElement app(String method, int line) {
    return new StackTraceElement("org.example.ChatHandler", method, "ChatHandler.java", line);
  }

  static StackTraceElement netty() {
    return new StackTraceElement(
        "io.netty.channel.nio.NioEventLoop", "run", "NioEventLoop.java", 562);
  }

  static ThreadSample sleeping(int line) {
    return thread(
        Thread.State.TIMED_WAITING,
        -1,
        nativeJdk("java.lang.Thread", "sleep"),
        app("read", line),
        netty());
  }

  static ThreadSample running(long cpuNanos) {
    return thread(Thread.State.RUNNABLE, cpuNanos, app("compute", 7), netty());
  }

  static ThreadSample thread(Thread.State state, long cpuNanos, StackTraceElement... frames) {
    return new ThreadSample(state, List.of(frames), "", 0, "", false, cpuNanos);
  }

  static ThreadSample waiting(
      Thread.State state, String lock, long owner, String ownerName, StackTraceElement... frames) {
    return new ThreadSample(state, List.of(frames), lock, owner, ownerName, false, -1);
  }

  static ThreadSample suspended(ThreadSample sample) {
    return new ThreadSample(
        sample.state(),
        sample.frames(),
        sample.lock(),
        sample.lockOwnerId(),
        sample.lockOwner(),
        true,
        sample.cpuNanos());
  }
}
