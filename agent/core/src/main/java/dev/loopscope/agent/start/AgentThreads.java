package dev.loopscope.agent.start;

import dev.loopscope.agent.probe.LoopscopeLoops;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes the agent's threads: daemons that inherit nothing from the application and are no loops.
 */
public final class AgentThreads {
  private AgentThreads() {}

  /** An unstarted thread named {@code loopscope-NAME}, by which the probe knows it as ours. */
  public static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(null, work, LoopscopeLoops.OWN_THREADS + name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    return thread;
  }

  /**
   * Does work on a short-lived thread of our own and waits for it. What libraries leave behind in
   * thread locals ends with that thread, instead of keeping our class loader alive on one of the
   * JVM's or the application's threads.
   *
   * @throws RuntimeException or Error as thrown by the work
   */
  public static void runAndWait(String name, Runnable work) {
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread thread =
        daemon(
            name,
            () -> {
              try {
                work.run();
              } catch (RuntimeException | Error e) {
                thrown.set(e);
              }
            });
    thread.start();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (thrown.get() instanceof RuntimeException e) {
      throw e;
    }
    if (thrown.get() instanceof Error e) {
      throw e;
    }
  }
}
