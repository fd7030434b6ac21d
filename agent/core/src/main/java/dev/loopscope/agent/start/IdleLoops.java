package dev.loopscope.agent.start;

import dev.loopscope.agent.instrument.FrameworkCopies;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.probe.LoopscopeLoops;
import java.util.List;
import java.util.Map;

/**
 * Finds loops that wait quietly and would reach no hook for a long time, by looking once at every
 * thread's stack.
 */
final class IdleLoops {
  private IdleLoops() {}

  static void register(List<LoopFrame> known, FrameworkCopies copies) {
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      for (StackTraceElement frame : entry.getValue()) {
        for (LoopFrame loop : known) {
          if (loop.matches(frame)) {
            int copy = copy(entry.getKey(), loop, loop.prefix(frame), copies);
            LoopscopeLoops.register(entry.getKey(), loop.kind(), loop.rank(), copy);
          }
        }
      }
    }
  }

  /** A framework's loops mostly have a thread class of their own, which tells the class loader. */
  private static int copy(Thread thread, LoopFrame loop, String prefix, FrameworkCopies copies) {
    return copies.number(
        LoopFrame.pluginOf(loop.kind()), prefix, thread.getClass().getClassLoader());
  }
}
