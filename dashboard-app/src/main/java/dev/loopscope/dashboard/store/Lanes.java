package dev.loopscope.dashboard.store;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The lanes of all loops by number. One writer, any reader. */
final class Lanes {

  private final Map<Integer, Lane> lanes = new ConcurrentSkipListMap<>();

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

  long memoryBytes() {
    long bytes = 0;
    for (Lane lane : lanes.values()) {
      bytes += lane.memoryBytes();
    }
    return bytes;
  }
}
