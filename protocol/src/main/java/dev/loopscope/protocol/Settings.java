package dev.loopscope.protocol;

import java.util.List;
import java.util.Map;

/**
 * What the agent was told to do; live-changeable through {@link Command.Configure}.
 *
 * @param defaultLimitNanos a run longer than this is a long run, and an alert while it lasts
 * @param limitNanosByKind limits of single loop kinds, for example {@code "javafx" → 100 ms}
 * @param limitNanosByName limits of single loops, by the name of the loop or of its group; they go
 *     before those of its kind
 * @param eventsPerSecond budget above which short runs are merged into groups; whole process
 * @param ownPackages prefixes of the names of the user's own classes, for example {@code
 *     "com.example."}; empty: learnt from what runs
 */
public record Settings(
    long defaultLimitNanos,
    Map<String, Long> limitNanosByKind,
    Map<String, Long> limitNanosByName,
    long eventsPerSecond,
    List<String> ownPackages) {

  public static final long DEFAULT_LIMIT_NANOS = 50_000_000L;
  public static final long DEFAULT_EVENTS_PER_SECOND = 200_000L;

  public static final Settings DEFAULT =
      new Settings(DEFAULT_LIMIT_NANOS, Map.of(), DEFAULT_EVENTS_PER_SECOND);

  public Settings {
    limitNanosByKind = Map.copyOf(limitNanosByKind);
    limitNanosByName = Map.copyOf(limitNanosByName);
    ownPackages = List.copyOf(ownPackages);
  }

  /** Settings without limits of single loops that learn the user's packages. */
  public Settings(
      long defaultLimitNanos, Map<String, Long> limitNanosByKind, long eventsPerSecond) {
    this(defaultLimitNanos, limitNanosByKind, Map.of(), eventsPerSecond, List.of());
  }

  /** The limit that holds for loops of {@code kind}, in nanoseconds. */
  public long limitNanos(String kind) {
    return limitNanosByKind.getOrDefault(kind, defaultLimitNanos);
  }

  /** The limit that holds for one loop, in nanoseconds. */
  public long limitNanos(String kind, String name, String group) {
    Long own = limitNanosByName.get(name);
    Long ofGroup = own == null ? limitNanosByName.get(group) : own;
    return ofGroup == null ? limitNanos(kind) : ofGroup;
  }
}
