package dev.loopscope.dashboard.store;

import java.util.Collection;
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

  /** Drops single runs and groups, oldest first over all lanes, until the rest fits. */
  void trim() {
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

  long memoryBytes() {
    long bytes = 0;
    for (Lane lane : lanes.values()) {
      bytes += lane.memoryBytes();
    }
    return bytes;
  }
}
