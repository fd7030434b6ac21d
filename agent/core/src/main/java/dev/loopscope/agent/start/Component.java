package dev.loopscope.agent.start;

/**
 * A part of a session with a life of its own, such as the drain, the watcher or the sender.
 * Components start in the order they are wired and close in the opposite order.
 */
public interface Component extends AutoCloseable {
  /**
   * Makes and connects what the part needs. On a thread of its own, while classes are woven;
   * nothing of it may depend on that being over.
   *
   * @throws AgentException with a sentence for the user when it cannot; the session then ends
   */
  void open();

  /** Starts what was opened; its threads may still make what they need when it returns. */
  void start();

  /**
   * Ends every thread of the part and frees what it holds, started or not. Called once, hooks are
   * off by then.
   */
  @Override
  void close();
}
