package dev.loopscope.agent.scenario.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the operating system gave the calling thread: time on a CPU and time waiting for one, in
 * nanoseconds; both -1 where there is no {@code /proc}.
 */
record Usage(long cpuNanos, long queueNanos) {

  private static final Path SCHEDULE = Path.of("/proc/thread-self/schedstat");

  static Usage ofThisThread() {
    if (!Files.isReadable(SCHEDULE)) {
      return new Usage(-1, -1);
    }
    try {
      String[] fields = Files.readString(SCHEDULE).trim().split(" ", 3);
      return new Usage(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What was used from here to {@code later}, in words for the truth. */
  String until(Usage later) {
    return cpuNanos < 0
        ? "cpu=-1 queue=-1"
        : "cpu=" + (later.cpuNanos - cpuNanos) + " queue=" + (later.queueNanos - queueNanos);
  }
}
