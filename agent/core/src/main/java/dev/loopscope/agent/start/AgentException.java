package dev.loopscope.agent.start;

/** Why the agent does not start: the message is one sentence for the user, with what to do next. */
public final class AgentException extends RuntimeException {
  public AgentException(String message) {
    super(message);
  }

  public AgentException(String message, Throwable cause) {
    super(message, cause);
  }
}
