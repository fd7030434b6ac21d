package dev.loopscope.protocol;

import java.util.Map;

/**
 * What the agent was told to do; live-changeable through {@link Command.Configure}.
 *
 * @param defaultLimitNanos a run longer than this is a long run, and an alert while it lasts
 * @param limitNanosByKind limits of single loop kinds, for example {@code "javafx" → 100 ms}
 * @param eventsPerSecond budget above which short runs are merged into groups; whole process
 */
public record Settings(
    long defaultLimitNanos, Map<String, Long> limitNanosByKind, long eventsPerSecond) {

  public static final long DEFAULT_LIMIT_NANOS = 50_000_000L;
  public static final long DEFAULT_EVENTS_PER_SECOND = 200_000L;

  public static final Settings DEFAULT =
      new Settings(DEFAULT_LIMIT_NANOS, Map.of(), DEFAULT_EVENTS_PER_SECOND);

  public Settings {
    limitNanosByKind = Map.copyOf(limitNanosByKind);
  }

  /** The limit that holds for loops of {@code kind}, in nanoseconds. */
  public long limitNanos(String kind) {
    return limitNanosByKind.getOrDefault(kind, defaultLimitNanos);
  }
}
