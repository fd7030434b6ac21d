package dev.loopscope.agent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CPU time of another process's threads, as Linux counts it. */
final class ThreadCpu {
  private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");
  private static final Pattern NETTY_LOOP = Pattern.compile("nioEventLoopGro");

  private ThreadCpu() {}

  /**
   * CPU nanoseconds of the thread with that name (at most 15 characters, more the system does not
   * keep).
   *
   * @throws IOException when there is no such thread, or no {@code /proc}
   */
  static long nanos(long pid, String name) throws IOException {
    for (Path thread : threads(pid)) {
      if (name(thread).equals(name)) {
        return nanos(thread);
      }
    }
    throw new IOException("Process " + pid + " has no thread " + name + ". Is the agent in it?");
  }

  /**
   * CPU nanoseconds of the JVM's compilers together; start the JVM with {@code
   * -XX:-UseDynamicNumberOfCompilerThreads}, or one that ends takes its time along.
   *
   * @throws IOException when there is no {@code /proc}
   */
  static long compilerNanos(long pid) throws IOException {
    return nanos(pid, COMPILER);
  }

  /**
   * CPU nanoseconds of Netty's loops that were given no name, together.
   *
   * @throws IOException when there is no {@code /proc}
   */
  static long nettyLoopNanos(long pid) throws IOException {
    return nanos(pid, NETTY_LOOP);
  }

  /**
   * How many threads of ours there are.
   *
   * @throws IOException when there is no {@code /proc}
   */
  static long agentThreads(long pid) throws IOException {
    long found = 0;
    for (Path thread : threads(pid)) {
      found += name(thread).startsWith("loopscope-") ? 1 : 0;
    }
    return found;
  }

  private static long nanos(long pid, Pattern names) throws IOException {
    long sum = 0;
    for (Path thread : threads(pid)) {
      if (names.matcher(name(thread)).lookingAt()) {
        sum += nanos(thread);
      }
    }
    return sum;
  }

  private static List<Path> threads(long pid) throws IOException {
    try (Stream<Path> found = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
      return found.toList();
    }
  }

  private static String name(Path thread) throws IOException {
    return Files.readString(thread.resolve("comm")).strip();
  }

  private static long nanos(Path thread) throws IOException {
    String cpuAndWaits = Files.readString(thread.resolve("schedstat"));
    return Long.parseLong(cpuAndWaits.substring(0, cpuAndWaits.indexOf(' ')));
  }
}
