package dev.loopscope.dashboard.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The lanes of all loops by number, and the memory that they share. One writer, any reader. */
final class Lanes {

  private final Map<Integer, Lane> lanes = new ConcurrentSkipListMap<>();
  private final long boundBytes;

  Lanes(long boundBytes) {
    this.boundBytes = boundBytes;
  }

  /** The lane of this loop; a loop that nobody defined yet gets one with a placeholder name. */
  Lane lane(int loop) {
    return lanes.computeIfAbsent(loop, Lane::new);
  }

  @Nullable Lane find(int loop) {
    return lanes.get(loop);
  }

  Collection<Lane> all() {
    return lanes.values();
  }

  /**
   * Makes what is kept fit the bound: buckets may take half of it, past which those of the past
   * become coarser; then single runs and groups go, oldest first over all lanes.
   */
  void trim() {
    boolean more = true;
    while (more && lastingBytes() > boundBytes / 2) {
      more = tryCoarsen();
    }
    while (memoryBytes() > boundBytes) {
      Lane oldest = null;
      long oldestNanos = Long.MAX_VALUE;
      for (Lane lane : lanes.values()) {
        long nanos = lane.oldestDetailNanos();
        if (nanos < oldestNanos) {
          oldestNanos = nanos;
          oldest = lane;
        }
      }
      if (oldest == null) {
        return;
      }
      oldest.dropOldest();
    }
  }

  /** Coarsens the lane whose buckets take the most; false when no lane can. */
  private boolean tryCoarsen() {
    return lanes.values().stream()
        .sorted(Comparator.comparingLong(Lane::lastingBytes).reversed())
        .anyMatch(Lane::tryCoarsen);
  }

  private long lastingBytes() {
    long bytes = 0;
    for (Lane lane : lanes.values()) {
      bytes += lane.lastingBytes();
    }
    return bytes;
  }

  long memoryBytes() {
    long bytes = 0;
    for (Lane lane : lanes.values()) {
      bytes += lane.memoryBytes();
    }
    return bytes;
  }
}
