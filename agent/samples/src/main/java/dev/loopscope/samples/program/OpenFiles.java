package dev.loopscope.samples.program;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Whether this process may open as many connections as a sample wants. */
public final class OpenFiles {
  /** What the JVM opens by itself later on: jars, selectors, pipes to a child process. */
  private static final int RESERVE = 64;

  private OpenFiles() {}

  /**
   * Checks the operating system's limit, where it has one.
   *
   * @throws SampleFailure if {@code connections} more sockets would not fit under it
   */
  public static void requireFor(int connections) throws SampleFailure {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      require(connections, unix.getOpenFileDescriptorCount(), unix.getMaxFileDescriptorCount());
    }
  }

  static void require(int connections, long open, long limit) throws SampleFailure {
    long needed = connections + open + RESERVE;
    if (needed > limit) {
      throw new SampleFailure(
          String.format(
              "%d connections need about %d open files but this process may open only %d;"
                  + " raise the limit ('ulimit -Hn' shows how far) with 'ulimit -n %d',"
                  + " or use fewer --clients",
              connections, needed, limit, needed));
    }
  }
}
