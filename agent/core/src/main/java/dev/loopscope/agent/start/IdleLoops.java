package dev.loopscope.agent.start;

import dev.loopscope.agent.instrument.FrameworkCopies;
import dev.loopscope.agent.plugin.LoopFrame;
import dev.loopscope.agent.probe.LoopscopeLoops;
import dev.loopscope.agent.probe.LoopscopePoints;
import dev.loopscope.agent.probe.LoopscopeThreadReading;
import java.util.List;

/**
 * Finds loops that wait quietly and would reach no hook for a long time, by looking once at every
 * thread's stack. A session that ends meanwhile gets no more of them.
 */
final class IdleLoops {
  private IdleLoops() {}

  static void register(List<LoopFrame> known, FrameworkCopies copies) {
    Thread[] threads = LoopscopeThreadReading.all();
    StackTraceElement[][] stacks = LoopscopeThreadReading.stacks(threads);
    for (int i = 0; i < threads.length && LoopscopePoints.on(); i++) {
      for (StackTraceElement frame : stacks[i]) {
        for (LoopFrame loop : known) {
          if (loop.matches(frame)) {
            int copy = copy(threads[i], loop, loop.prefix(frame), copies);
            LoopscopeLoops.register(threads[i], loop.kind(), loop.rank(), copy);
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
