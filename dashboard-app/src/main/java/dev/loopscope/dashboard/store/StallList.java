package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Stall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest state of every stall, in order of detection; beyond the bound the oldest are
 * forgotten. Any thread.
 */
final class StallList {

  private static final int CAPACITY = 10_000;
  private static final int BYTES_PER_STALL = 256;
  private static final int BYTES_PER_PART = 48;

  private final Map<Long, Stall> stalls = new LinkedHashMap<>();
  private List<Stall> all = List.of();
  private boolean changed;
  private long bytes;

  synchronized void put(Stall stall) {
    changed = true;
    Stall before = stalls.put(stall.id(), stall);
    bytes += bytesOf(stall) - (before == null ? 0 : bytesOf(before));
    if (stalls.size() > CAPACITY) {
      var oldest = stalls.entrySet().iterator();
      bytes -= bytesOf(oldest.next().getValue());
      oldest.remove();
    }
  }

  /** A list that never changes; the same one until something does, as every frame asks for it. */
  synchronized List<Stall> all() {
    if (changed) {
      all = List.copyOf(stalls.values());
      changed = false;
    }
    return all;
  }

  synchronized long memoryBytes() {
    return bytes;
  }

  private static long bytesOf(Stall stall) {
    return BYTES_PER_STALL
        + (long) (stall.samples().size() + stall.shares().size()) * BYTES_PER_PART;
  }
}
