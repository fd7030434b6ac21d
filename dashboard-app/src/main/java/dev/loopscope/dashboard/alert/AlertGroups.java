package dev.loopscope.dashboard.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Adds up alerts by their key. For one thread; the sums of forgotten alerts stay, bounded. */
final class AlertGroups {

  static final int MAX_GROUPS = 4_096;

  private final Map<AlertKey, Sums> sums;

  AlertGroups() {
    sums = new LinkedHashMap<>();
  }

  private AlertGroups(AlertGroups others) {
    sums = new LinkedHashMap<>();
    others.sums.forEach((key, of) -> sums.put(key, new Sums(of)));
  }

  private static final class Sums {
    long count;
    long firstNanos = Long.MAX_VALUE;
    long lastNanos = Long.MIN_VALUE;
    long worstNanos;
    long totalNanos;
    boolean open;
    @Nullable Alert newest;
    @Nullable Alert worst;

    Sums() {}

    Sums(Sums other) {
      count = other.count;
      firstNanos = other.firstNanos;
      lastNanos = other.lastNanos;
      worstNanos = other.worstNanos;
      totalNanos = other.totalNanos;
      open = other.open;
      newest = other.newest;
      worst = other.worst;
    }

    void add(Alert alert) {
      count++;
      firstNanos = Math.min(firstNanos, alert.fromNanos());
      lastNanos = Math.max(lastNanos, alert.knownUntilNanos());
      worstNanos = Math.max(worstNanos, alert.worstNanos());
      totalNanos += alert.worstNanos();
      open |= alert.isOpen();
      if (newest == null || alert.fromNanos() >= newest.fromNanos()) {
        newest = alert;
      }
      if (worst == null || alert.worstNanos() > worst.worstNanos()) {
        worst = alert;
      }
    }

    @Nullable AlertGroup group(AlertKey key, boolean muted) {
      Alert last = newest;
      Alert most = worst;
      return last == null || most == null
          ? null
          : new AlertGroup(
              key, count, firstNanos, lastNanos, worstNanos, totalNanos, last, most, open, muted);
    }
  }

  /** Counts an alert; past {@value #MAX_GROUPS} keys the one that came first is forgotten. */
  void add(Alert alert) {
    sums.computeIfAbsent(alert.key(), key -> new Sums()).add(alert);
    if (sums.size() > MAX_GROUPS) {
      sums.remove(sums.keySet().iterator().next());
    }
  }

  /** The groups of these sums and {@code kept}, the one that came last first. */
  List<AlertGroup> with(Collection<Alert> kept, Predicate<AlertKey> muted) {
    AlertGroups all = new AlertGroups(this);
    kept.forEach(all::add);
    List<AlertGroup> groups = new ArrayList<>();
    all.sums.forEach(
        (key, of) -> {
          AlertGroup group = of.group(key, muted.test(key));
          if (group != null) {
            groups.add(group);
          }
        });
    groups.sort(
        Comparator.comparingLong((AlertGroup group) -> group.newest().fromNanos())
            .thenComparing(group -> group.newest().id())
            .reversed());
    return List.copyOf(groups);
  }
}
