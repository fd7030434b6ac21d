package dev.loopscope.agent.start;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the agent was asked to do.
 *
 * @param destination where frames go
 * @param limitNanos how long a run may take before it counts as long
 * @param limitNanosByKind other limits for some kinds of loops
 * @param budgetPerSecond runs a second that are sent one by one; more are grouped
 * @param plugins names of the plugins to use
 * @param durationNanos after how long the agent leaves by itself, 0 never
 */
public record AgentOptions(
    Destination destination,
    long limitNanos,
    Map<String, Long> limitNanosByKind,
    int budgetPerSecond,
    Set<String> plugins,
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

  /** The limit for a kind of loop. */
  public long limitNanos(@Nullable String kind) {
    return kind == null ? limitNanos : limitNanosByKind.getOrDefault(kind, limitNanos);
  }
}
