package dev.loopscope.agent.start;

import dev.loopscope.agent.instrument.PointReport;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What components need of the session. All methods may be called by any thread. */
public interface AgentContext {
  AgentOptions options();

  Instrumentation instrumentation();

  /** What is woven and what was reached by now, point by point. */
  List<PointReport> coverage();

  /** Versions found of each plugin's framework, by plugin name. */
  Map<String, Set<String>> frameworkVersions();

  /** Classes that could not be woven, with the reason. */
  Map<String, String> weavingFailures();

  /** Nanoseconds it took to weave at the start of the session. */
  long weavingNanos();

  /**
   * Ends the session soon, on a thread of its own: hooks off, classes restored, components closed.
   * A component calls it when its viewer asks for it or is gone. Calls after the first do nothing.
   */
  void detach();
}
