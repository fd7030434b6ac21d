package dev.loopscope.dashboard.ui.settings;

import dev.loopscope.protocol.Settings;
import java.util.Map;

/**
 * How long a run may take, as the user set it: these go over the limits that an agent has by itself
 * for some kinds of loops.
 *
 * @param defaultNanos on loops for which nothing else is said, neither here nor by the agent
 * @param nanosByKind on loops of one kind
 * @param nanosByName on single loops, by the name of the loop or of its group; these go before
 *     those of its kind
 */
public record RunLimits(
    long defaultNanos, Map<String, Long> nanosByKind, Map<String, Long> nanosByName) {

  public static final RunLimits DEFAULT =
      new RunLimits(Settings.DEFAULT_LIMIT_NANOS, Map.of(), Map.of());

  public RunLimits {
    nanosByKind = Map.copyOf(nanosByKind);
    nanosByName = Map.copyOf(nanosByName);
  }

  public RunLimits withDefault(long nanos) {
    return new RunLimits(nanos, nanosByKind, nanosByName);
  }

  public RunLimits withKinds(Map<String, Long> byKind) {
    return new RunLimits(defaultNanos, byKind, nanosByName);
  }

  public RunLimits withNames(Map<String, Long> byName) {
    return new RunLimits(defaultNanos, nanosByKind, byName);
  }
}
