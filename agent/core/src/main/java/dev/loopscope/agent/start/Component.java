package dev.loopscope.agent.start;

/**
 * A part of a session with a life of its own, such as the drain, the watcher or the sender.
 * Components start in the order they are wired and close in the opposite order.
 */
public interface Component extends AutoCloseable {
  /**
   * Starts the part; when it returns, it works.
   *
   * @throws AgentException with a sentence for the user when it cannot; the session then ends
   */
  void start();

  /** Ends every thread of the part and frees what it holds. Called once, hooks are off by then. */
  @Override
  void close();
}
