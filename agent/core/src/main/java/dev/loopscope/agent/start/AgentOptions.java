package dev.loopscope.agent.start;

import dev.loopscope.agent.plugin.own.OwnLoop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the agent was asked to do.
 *
 * @param destination where frames go
 * @param limitNanos how long a run may take before it counts as long
 * @param limitNanosByKind other limits for some kinds of loops
 * @param limitNanosByName other limits for some loops, by their name or their group's
 * @param ownPackages prefixes of the names of the user's own classes; empty: learn them
 * @param budgetPerSecond runs a second that are sent one by one; more are grouped
 * @param plugins names of the plugins to use
 * @param details names of what to watch besides, at a price
 * @param ownLoops loops of the program that the user has declared
 * @param durationNanos after how long the agent leaves by itself, 0 never
 */
public record AgentOptions(
    Destination destination,
    long limitNanos,
    Map<String, Long> limitNanosByKind,
    Map<String, Long> limitNanosByName,
    List<String> ownPackages,
    int budgetPerSecond,
    Set<String> plugins,
    Set<String> details,
    List<OwnLoop> ownLoops,
    long durationNanos) {

  public static final long DEFAULT_LIMIT_NANOS = 50_000_000L;
  public static final int DEFAULT_BUDGET_PER_SECOND = 200_000;

  /** Where frames go. */
  public sealed interface Destination {}

  /** To a viewer that listens; both sides prove the token. */
  public record Connect(String host, int port, String token) implements Destination {
    @Override
    public String toString() {
      return "connect to " + host + ":" + port;
    }
  }

  /** To a viewer that will come to a loopback port of ours; both sides prove the token. */
  public record Listen(int port, String token) implements Destination {
    @Override
    public String toString() {
      return "listen on " + port;
    }
  }

  /** To a recording. */
  public record Recording(Path file) implements Destination {}
}
