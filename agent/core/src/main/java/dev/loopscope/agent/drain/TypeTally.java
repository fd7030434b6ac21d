package dev.loopscope.agent.drain;

import dev.loopscope.protocol.GroupBatch.TypeTotal;
import dev.loopscope.protocol.Limits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Counts the runs of a group by type, exactly: two arrays indexed by the type's number and a list
 * of the types seen, so that starting again costs only what was touched. For one thread.
 */
final class TypeTally {

  private long[] counts = new long[64];
  private long[] busyNanos = new long[64];
  private int[] seen = new int[64];
  private int seenCount;

  void add(int type, long durationNanos) {
    if (type >= counts.length) {
      int room = Math.max(type + 1, counts.length * 2);
      counts = Arrays.copyOf(counts, room);
      busyNanos = Arrays.copyOf(busyNanos, room);
    }
    if (counts[type]++ == 0) {
      if (seenCount == seen.length) {
        seen = Arrays.copyOf(seen, seenCount * 2);
      }
      seen[seenCount++] = type;
    }
    busyNanos[type] += durationNanos;
  }

  /** The types that took the most time, largest first, and a new start. */
  List<TypeTotal> takeLargest() {
    List<TypeTotal> totals = new ArrayList<>(seenCount);
    for (int i = 0; i < seenCount; i++) {
      int type = seen[i];
      totals.add(new TypeTotal(type, counts[type], busyNanos[type]));
      counts[type] = 0;
      busyNanos[type] = 0;
    }
    seenCount = 0;
    totals.sort(
        Comparator.comparingLong(TypeTotal::busyNanos)
            .thenComparingLong(TypeTotal::count)
            .reversed());
    return totals.subList(0, Math.min(totals.size(), Limits.MAX_TYPES_PER_GROUP));
  }
}
