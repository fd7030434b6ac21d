package dev.loopscope.agent.plugin.virtualthread;

import dev.loopscope.agent.plugin.KindRank;
import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopeLoops;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * The threads that run virtual threads. A carrier is an ordinary worker of a pool, and tells which:
 * so the scheduler is reached without looking into the JDK. For the drain thread.
 */
final class Carriers {
  static final String CLASS_NAME = "jdk.internal.misc.CarrierThread";
  private static final int ROOM = 64;

  private @Nullable ForkJoinPool scheduler;

  /** The pool of the carriers, null until there was one. */
  @Nullable ForkJoinPool scheduler() {
    return scheduler;
  }

  /** Looks for carriers; those that are new become loops. */
  void discover() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    for (ThreadGroup parent = root; parent != null; parent = parent.getParent()) {
      root = parent;
    }
    Thread[] threads = new Thread[root.activeCount() + ROOM];
    int count = root.enumerate(threads, true);
    for (int i = 0; i < count; i++) {
      Thread thread = threads[i];
      if (thread instanceof ForkJoinWorkerThread worker
          && thread.getClass().getName().equals(CLASS_NAME)) {
        LoopscopeLoops.register(thread, VirtualThreadPlugin.CARRIER, KindRank.CERTAIN);
        scheduler = worker.getPool();
      }
    }
  }

  /** The number of a carrier's loop by its thread's id, 0 when it is not known. */
  static int loop(long threadId) {
    for (LoopscopeLoop loop : LoopscopeLoops.all()) {
      if (loop.threadId() == threadId) {
        return loop.index();
      }
    }
    return 0;
  }
}
