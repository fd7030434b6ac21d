package dev.loopscope.agent.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Says where a result comes from, so that it can be compared with others. */
final class Machine {
  private Machine() {}

  /** The first line of every result. */
  static void print(String measurement) {
    System.out.printf(
        Locale.ROOT,
        "%s | JDK %s, %d cores, load %.1f%n",
        measurement,
        System.getProperty("java.version"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** One line of a result. */
  static void line(String format, Object... values) {
    System.out.printf(Locale.ROOT, "  " + format + "%n", values);
  }
}
