package dev.loopscope.agent.bench.program;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.function.Predicate;

/** What this process holds. */
final class Footprint {
  private static final int COLLECTIONS = 3;
  private static final String CLASS_SPACE = "Compressed Class Space";

  private Footprint() {}

  /**
   * Threads; bytes of heap after collections; bytes of metaspace without the class space, of the
   * class space, of compiled code.
   */
  static String line() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    for (int i = 0; i < COLLECTIONS; i++) {
      memory.gc(); // what one collection only finds, the next one frees
    }
    long classSpace = pools(CLASS_SPACE::equals);
    return ManagementFactory.getThreadMXBean().getThreadCount()
        + " "
        + heapOfLastCollection()
        + " "
        + (pools("Metaspace"::equals) - classSpace) // which counts it too
        + " "
        + classSpace
        + " "
        + pools(name -> name.startsWith("CodeHeap") || name.startsWith("CodeCache"));
  }

  /**
   * What a collection left. The heap in use right after it has the threads' own buffers besides,
   * some megabytes for a few bytes.
   */
  private static long heapOfLastCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }

  private static long pools(Predicate<String> names) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> names.test(pool.getName()))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
