package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes pauses of collections. The counts change during a pause, the details come later: between
 * the two there is doubt. For the watcher's thread.
 */
final class GcPauses {

  /** Details that have not come by then never will; on a busy machine they take long. */
  static final long UNTOLD_NANOS = 1_000_000_000L;

  private final GcSource source;
  private final GcClock clock = new GcClock();
  private final Map<String, Collector> collectors = new HashMap<>();
  private long lastLookNanos;

  /** One collector. */
  private static final class Collector {
    final int index;

    /** How many collections were counted, and between which two looks the last one came. */
    long counted;

    long lookBefore;
    long lookAfter;

    /** The look before the first collection that was counted and not told. */
    long untoldSince;

    /** The number of the last collection of which the details came. */
    long told;

    Collector(int index, long counted) {
      this.index = index;
      this.counted = counted;
      told = counted;
    }
  }

  GcPauses(GcSource source, long nowNanos) {
    this.source = source;
    for (int i = 0; i < source.collectors().size(); i++) {
      collectors.put(source.collectors().get(i), new Collector(i, source.count(i)));
    }
    lastLookNanos = nowNanos;
  }

  /** Looks whether there were collections and hands on what became known. */
  void look(long nowNanos, Consumer<Pause> found) {
    count(nowNanos);
    for (GcNotice notice = source.poll(); notice != null; notice = source.poll()) {
      take(notice, found);
    }
  }

  private void count(long nowNanos) {
    for (Collector collector : collectors.values()) {
      long count = source.count(collector.index);
      if (count != collector.counted) {
        if (collector.counted <= collector.told) {
          collector.untoldSince = lastLookNanos;
        }
        collector.counted = count;
        collector.lookBefore = lastLookNanos;
        collector.lookAfter = nowNanos;
      }
    }
    lastLookNanos = nowNanos;
  }

  private void take(GcNotice notice, Consumer<Pause> found) {
    Collector collector = collectors.get(notice.collector());
    if (collector == null) {
      return; // a concurrent cycle
    }
    clock.endedBefore(notice.endMillis(), notice.arrivedNanos());
    if (notice.number() == collector.counted && collector.lookAfter != 0) {
      clock.endedBefore(notice.endMillis(), collector.lookAfter);
      clock.endedAfter(notice.endMillis(), collector.lookBefore);
    }
    collector.told = Math.max(collector.told, notice.number());
    found.accept(
        new Pause(
            Pause.Cause.GC,
            clock.toNanos(notice.startMillis()),
            clock.toNanos(notice.endMillis()),
            notice.detail()));
  }

  /**
   * How much of the time between the two moments may have gone into collections of which the
   * details are still to come: they lie between two looks.
   */
  long doubtNanos(long fromNanos, long toNanos) {
    if (toNanos > lastLookNanos) {
      count(toNanos); // one may have stopped the watcher since
    }
    long doubt = 0;
    for (Collector collector : collectors.values()) {
      if (collector.counted > collector.told
          && lastLookNanos - collector.lookAfter < UNTOLD_NANOS) {
        long from = Math.max(fromNanos, collector.untoldSince);
        doubt += Math.max(0, Math.min(toNanos, collector.lookAfter) - from);
      }
    }
    return doubt;
  }
}
