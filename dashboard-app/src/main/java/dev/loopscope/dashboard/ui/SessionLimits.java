package dev.loopscope.dashboard.ui;

import dev.loopscope.dashboard.ui.settings.RunLimits;
import dev.loopscope.protocol.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From when on a run is too long in one session: the agent's own limits, which differ by kind of
 * loop, and over them those that the user set. Limits of a command line stand alone, so that the
 * window and a run without one say the same. FX thread.
 */
final class SessionLimits {

  private final Settings own;
  private final boolean ofCommandLine;
  private boolean forAllSet;
  private Settings told;

  /**
   * The agent holds to its own limits at first.
   *
   * @param own what it said of itself, with the limits of the command line if there were any
   * @param ofCommandLine whether there were
   */
  SessionLimits(Settings own, boolean ofCommandLine) {
    this.own = own;
    this.ofCommandLine = ofCommandLine;
    told = own;
  }

  /** Whether what the user sets holds for other sessions only. */
  boolean areOfCommandLine() {
    return ofCommandLine;
  }

  /**
   * The limit for all loops was set while the session was open, so it counts also when it is the
   * one that nobody set.
   */
  void limitForAllWasSet() {
    forAllSet = true;
  }

  /**
   * What the agent must be told so that {@code wanted} holds; empty when it holds to it already.
   */
  Optional<Settings> news(RunLimits wanted) {
    Settings next = ofCommandLine ? own : over(wanted);
    return next.equals(told) ? Optional.empty() : Optional.of(next);
  }

  /** The agent was told. */
  void told(Settings settings) {
    told = settings;
  }

  private Settings over(RunLimits wanted) {
    boolean forAll = forAllSet || wanted.defaultNanos() != RunLimits.DEFAULT.defaultNanos();
    return new Settings(
        forAll ? wanted.defaultNanos() : own.defaultLimitNanos(),
        merged(own.limitNanosByKind(), wanted.nanosByKind()),
        merged(own.limitNanosByName(), wanted.nanosByName()),
        own.eventsPerSecond(),
        own.ownPackages());
  }

  private static Map<String, Long> merged(Map<String, Long> own, Map<String, Long> wanted) {
    Map<String, Long> all = new HashMap<>(own);
    all.putAll(wanted);
    return all;
  }
}
