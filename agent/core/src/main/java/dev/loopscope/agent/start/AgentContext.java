package dev.loopscope.agent.start;

import dev.loopscope.agent.instrument.PointReport;
import dev.loopscope.agent.plugin.LoopOwner;
import dev.loopscope.agent.plugin.Source;
import dev.loopscope.protocol.Settings;
import java.lang.instrument.Instrumentation;
import java.util.List;

/** What components need of the session. All methods may be called by any thread. */
public interface AgentContext {
  AgentOptions options();

  /** The version of the agent's build; opens the agent's jar. */
  String version();

  Instrumentation instrumentation();

  /** Limits and budget at the start: what the user said, before what the plugins suggest. */
  Settings settings();

  /** What the plugins tell besides runs, made anew. */
  List<Source> sources();

  /** What is woven and what was reached by now, point by point. */
  List<PointReport> coverage();

  /** What is in the process and not seen, as of the last look. For the drain thread. */
  List<UncoveredPart> uncovered();

  /**
   * A copy of a plugin's framework with its version as found, for example {@code Netty 4.1.135};
   * the JDK where no plugin of that name is in use. May open a jar: for the agent's own threads.
   *
   * @param copy its number, 0 when it is not known; then all that it may be
   */
  String framework(String plugin, int copy);

  /** Whose loops they may be that hooks only see waiting. */
  List<LoopOwner> owners();

  /** Versions of the jars that loaded classes of this name came from; empty when unknown. */
  String versionOfClass(String className);

  /** When the hooks were turned on, by the target's {@code nanoTime}: nothing earlier was seen. */
  long attachedNanos();

  /** Makes loops known that wait and would reach no hook for long; looks at every stack once. */
  void findIdleLoops();

  /** Says where others see it that late loops are looked for from now on. */
  void watching();

  /**
   * Ends the session soon, on a thread of its own: hooks off, classes restored, components closed.
   * A component calls it when its viewer asks for it or is gone. Calls after the first do nothing.
   */
  void detach();
}
