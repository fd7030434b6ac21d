package dev.loopscope.agent.start;

import dev.loopscope.agent.probe.LoopscopeErrors;
import dev.loopscope.agent.probe.LoopscopeLoops;

/**
 * Makes the agent's threads: daemons that inherit nothing from the application and are no loops.
 * What they throw is counted and never reaches the application's handler of uncaught exceptions.
 */
public final class AgentThreads {
  private AgentThreads() {}

  /** An unstarted thread named {@code loopscope-NAME}, by which the probe knows it as ours. */
  public static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(null, work, LoopscopeLoops.OWN_THREADS + name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    thread.setUncaughtExceptionHandler((failed, thrown) -> LoopscopeErrors.count(thrown));
    return thread;
  }
}
