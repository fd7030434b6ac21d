package dev.loopscope.agent.start;

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

  static void register(List<LoopFrame> known) {
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      for (StackTraceElement frame : entry.getValue()) {
        for (LoopFrame loop : known) {
          if (loop.matches(frame)) {
            LoopscopeLoops.register(entry.getKey(), loop.kind(), loop.rank());
          }
        }
      }
    }
  }
}
