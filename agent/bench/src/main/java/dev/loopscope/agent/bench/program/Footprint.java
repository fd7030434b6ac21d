package dev.loopscope.agent.bench.program;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What this process holds. */
final class Footprint {
  private static final int COLLECTIONS = 3;

  private Footprint() {}

  /** Threads, loaded classes, bytes of heap after collections, bytes outside of the heap. */
  static String line() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < COLLECTIONS; i++) {
      memory.gc(); // what one collection only finds, the next one frees
    }
    return ManagementFactory.getThreadMXBean().getThreadCount()
        + " "
        + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()
        + " "
        + memory.getHeapMemoryUsage().getUsed()
        + " "
        + memory.getNonHeapMemoryUsage().getUsed();
  }
}
