package dev.loopscope.agent.drain;

import dev.loopscope.agent.probe.LoopscopeCounts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What the agent costs the process. For the drain thread, which makes the meters when it first asks
 * for a figure: attaching does not wait for the platform's beans.
 */
final class OwnCost {

  /** What a hook does besides reading the clock: measured in {@code agent/bench}. */
  private static final long BESIDES_CLOCK_NANOS = 15;

  private static final int CLOCK_READINGS = 2_000;

  private @Nullable Meters meters;
  private final List<Thread> own = new CopyOnWriteArrayList<>();

  /** The thread is one of the agent's. */
  void include(Thread thread) {
    own.add(thread);
  }

  private Meters meters() {
    Meters present = meters;
    if (present == null) {
      present = new Meters();
      meters = present;
    }
    return present;
  }

  /** CPU time of a thread, -1 unknown. */
  long cpuNanos(long threadId) {
    return meters().cpuNanos(threadId);
  }

  /** CPU time of the agent's threads since they began. */
  @SuppressWarnings("deprecation") // Thread.threadId() is newer than the oldest JVM we watch
  long agentCpuNanos() {
    long sum = 0;
    for (Thread thread : own) {
      sum += Math.max(0, cpuNanos(thread.getId()));
    }
    return sum;
  }

  long processCpuNanos() {
    com.sun.management.@Nullable OperatingSystemMXBean system = meters().system;
    return system == null ? -1 : system.getProcessCpuTime();
  }

  /**
   * Time spent in hooks for what {@code counts} counted: the clock is read when a task is
   * submitted, begins and ends, where begin and end of consecutive tasks share a reading, and twice
   * an iteration.
   */
  long hookNanos(LoopscopeCounts counts) {
    long submitted = counts.get(LoopscopeCounts.SUBMITTED) + counts.get(LoopscopeCounts.SCHEDULED);
    long ran = counts.get(LoopscopeCounts.DONE) + counts.get(LoopscopeCounts.FAILED);
    long iterations = counts.get(LoopscopeCounts.ITERATIONS);
    double readings = submitted + ran + 2.0 * iterations;
    return (long)
        (readings * meters().clockNanos + (ran + iterations) * (double) BESIDES_CLOCK_NANOS);
  }

  /** The platform's beans and the price of the clock. */
  private static final class Meters {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final boolean cpuTimes =
        threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
    private final com.sun.management.@Nullable OperatingSystemMXBean system =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean bean
            ? bean
            : null;
    private final double clockNanos = measureClock();

    long cpuNanos(long threadId) {
      return cpuTimes ? threads.getThreadCpuTime(threadId) : -1;
    }

    /** What one reading of the clock costs here: most of what a hook costs. */
    private static double measureClock() {
      long best = Long.MAX_VALUE;
      for (int round = 0; round < 5; round++) {
        long start = System.nanoTime();
        long last = start;
        for (int i = 0; i < CLOCK_READINGS; i++) {
          last = System.nanoTime();
        }
        best = Math.min(best, last - start);
      }
      return (double) best / CLOCK_READINGS;
    }
  }
}
