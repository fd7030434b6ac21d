package dev.loopscope.agent.bench.program;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU time of this process. */
final class Cpu {
  private Cpu() {}

  /** All threads, those of the JVM and of an agent too, in nanoseconds since the process began. */
  static long processNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
