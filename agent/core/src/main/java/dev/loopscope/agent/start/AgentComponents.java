package dev.loopscope.agent.start;

import dev.loopscope.agent.drain.FeedComponent;
import dev.loopscope.agent.instrument.WeavingRehearsal;
import java.util.List;

/** The one place where the parts of a session are wired. */
final class AgentComponents {
  private AgentComponents() {}

  /**
   * Loads what weaving and the components will need, before there is a session but with the probe;
   * leaves nothing behind.
   */
  static void prepare() {
    WeavingRehearsal.play(); // first, because it is needed first
    FeedComponent.prepare();
  }

  /** Components in the order they start. */
  static List<Component> wire(AgentContext context) {
    return List.of(new FeedComponent(context));
  }
}
