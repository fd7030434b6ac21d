package dev.loopscope.agent.drain;

import dev.loopscope.agent.probe.LoopscopeLoop;
import dev.loopscope.agent.probe.LoopscopeLoops;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The loops there are. The drain thread updates it; the watcher reads {@link #tracks}, a list that
 * is replaced and never changed.
 */
final class Roster {

  private static final long LONG_WAIT_NANOS = 2_000_000_000L;

  private final Supplier<List<LoopscopeLoop>> probes;
  private final Map<Integer, LoopTrack> byNumber = new HashMap<>();
  private volatile List<LoopTrack> tracks = List.of();

  Roster(Supplier<List<LoopscopeLoop>> probes) {
    this.probes = probes;
  }

  /** All loops now known. */
  List<LoopTrack> tracks() {
    return tracks;
  }

  /** The loop with this number, null when it is not known (any more). */
  @Nullable LoopTrack track(int number) {
    return byNumber.get(number);
  }

  /** Looks for new loops; returns them. */
  List<LoopTrack> discover(long nowNanos) {
    List<LoopTrack> fresh = new ArrayList<>();
    for (LoopscopeLoop probe : probes.get()) {
      if (isLoop(probe, nowNanos) && !byNumber.containsKey(probe.index())) {
        LoopTrack track = new LoopTrack(probe, nowNanos);
        byNumber.put(probe.index(), track);
        fresh.add(track);
      }
    }
    if (!fresh.isEmpty()) {
      publish();
    }
    return fresh;
  }

  /**
   * Whether a thread is a loop: it did what only loops do, or came back to one selector again and
   * again, or waits in one for long. A thread that selects now and then gets no lane.
   */
  private static boolean isLoop(LoopscopeLoop probe, long nowNanos) {
    if (probe.isProven()) {
      return true;
    }
    if (!probe.thread().isAlive()) {
      LoopscopeLoops.remove(probe);
      return false;
    }
    long since = probe.pollSinceNanos();
    if (since != 0 && nowNanos - since > LONG_WAIT_NANOS) {
      probe.prove();
    }
    return probe.isProven();
  }

  /** The loop has ended and everything about it was told. */
  void remove(LoopTrack track) {
    byNumber.remove(track.loop());
    publish();
  }

  private void publish() {
    tracks = List.copyOf(byNumber.values());
  }
}
