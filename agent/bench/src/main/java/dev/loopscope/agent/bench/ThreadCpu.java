package dev.loopscope.agent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CPU time of another process's threads, as Linux counts it. */
final class ThreadCpu {
  private ThreadCpu() {}

  /**
   * CPU nanoseconds of the thread with that name (at most 15 characters, more the system does not
   * keep).
   *
   * @throws IOException when there is no such thread, or no {@code /proc}
   */
  static long nanos(long pid, String name) throws IOException {
    List<Path> threads;
    try (Stream<Path> found = Files.list(Path.of("/proc", String.valueOf(pid), "task"))) {
      threads = found.toList();
    }
    for (Path thread : threads) {
      if (Files.readString(thread.resolve("comm")).strip().equals(name)) {
        String cpuAndWaits = Files.readString(thread.resolve("schedstat"));
        return Long.parseLong(cpuAndWaits.substring(0, cpuAndWaits.indexOf(' ')));
      }
    }
    throw new IOException("Process " + pid + " has no thread " + name + ". Is the agent in it?");
  }
}
