package dev.loopscope.agent.drain;

import dev.loopscope.protocol.ProcessInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;

/** Describes the watched process. */
final class ThisProcess {

  private ThisProcess() {}

  static ProcessInfo describe() {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    return new ProcessInfo(
        ProcessHandle.current().pid(),
        name(System.getProperty("sun.java.command", "")),
        System.getProperty("java.version", ""),
        System.getProperty("java.vm.name", ""),
        System.getProperty("os.name", "") + ' ' + System.getProperty("os.arch", ""),
        Runtime.getRuntime().availableProcessors(),
        runtime.getStartTime());
  }

  /**
   * Main class, module or jar: the first word of the command. What follows may hold secrets, and
   * where a jar lies is nobody's business.
   */
  static String name(String command) {
    String first = command.strip().split("\\s", 2)[0];
    if (first.endsWith(".jar")) {
      first = first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
    }
    return first.isEmpty() ? "java" : first;
  }
}
