package dev.loopscope.agent.start;

import dev.loopscope.agent.drain.FeedComponent;
import java.util.List;

/** The one place where the parts of a session are wired. */
final class AgentComponents {
  private AgentComponents() {}

  /** Components in the order they start. */
  static List<Component> wire(AgentContext context) {
    return List.of(new FeedComponent(context));
  }
}
