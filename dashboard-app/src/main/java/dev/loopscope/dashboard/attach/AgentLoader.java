package dev.loopscope.dashboard.attach;

/** Gets the agent into a running process. */
public interface AgentLoader {

  /**
   * Loads the agent into process {@code pid}; blocks until it has started.
   *
   * @param options as the agent understands them; under 1,024 bytes
   * @throws AttachFailedException when that is not possible; nothing was changed in the target then
   */
  void load(long pid, String options) throws AttachFailedException;
}
