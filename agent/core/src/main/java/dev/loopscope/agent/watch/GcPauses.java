package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Pause;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Makes pauses of collections. The counts change during a pause, the details come later: between
 * the two there is doubt. A collection may also come while the watcher is at work, or while it
 * reads the counts: so it reads the clock itself, before and after them. For the watcher's thread.
 */
final class GcPauses {

  /** Details that have not come by then never will; on a busy machine they take long. */
  static final long UNTOLD_NANOS = 1_000_000_000L;

  private final GcSource source;
  private final LongSupplier nanoTime;
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

    /** How long all took before the first that was counted and not told, and by the last look. */
    long toldMillis;

    long countedMillis;

    Collector(int index, long counted, long millis) {
      this.index = index;
      this.counted = counted;
      told = counted;
      toldMillis = millis;
      countedMillis = millis;
    }

    boolean isUntold(long nowNanos) {
      return counted > told && nowNanos - lookAfter < UNTOLD_NANOS;
    }

    /** The time between the two moments in which they may have been. */
    long window(long fromNanos, long toNanos) {
      return Math.max(0, Math.min(toNanos, lookAfter) - Math.max(fromNanos, untoldSince));
    }
  }

  /**
   * @param nanoTime the monotonic clock
   */
  GcPauses(GcSource source, LongSupplier nanoTime) {
    this.source = source;
    this.nanoTime = nanoTime;
    lastLookNanos = nanoTime.getAsLong();
    for (int i = 0; i < source.collectors().size(); i++) {
      collectors.put(
          source.collectors().get(i), new Collector(i, source.count(i), source.millis(i)));
    }
  }

  /** Looks whether there were collections and hands on what became known. */
  void look(Consumer<Pause> found) {
    count();
    for (GcNotice notice = source.poll(); notice != null; notice = source.poll()) {
      take(notice, found);
    }
  }

  private void count() {
    long beforeNanos = nanoTime.getAsLong();
    for (Collector collector : collectors.values()) {
      long count = source.count(collector.index);
      if (count != collector.counted) {
        if (collector.counted <= collector.told) {
          collector.untoldSince = lastLookNanos;
          collector.toldMillis = collector.countedMillis;
        }
        collector.countedMillis = source.millis(collector.index);
        collector.counted = count;
        collector.lookBefore = lastLookNanos;
        collector.lookAfter = nanoTime.getAsLong();
      }
    }
    lastLookNanos = beforeNanos;
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
      count(); // one may have stopped the watcher since
    }
    long doubt = 0;
    for (Collector collector : collectors.values()) {
      if (collector.isUntold(lastLookNanos)) {
        doubt += collector.window(fromNanos, toNanos);
      }
    }
    return doubt;
  }

  /**
   * How much of it certainly did, as far as is known before the details: a collector says at once
   * how long it took, but not when.
   */
  long untoldNanos(long fromNanos, long toNanos) {
    long untold = 0;
    for (Collector collector : collectors.values()) {
      if (collector.isUntold(lastLookNanos)) {
        long took = (collector.countedMillis - collector.toldMillis) * 1_000_000L;
        untold += Math.min(took, collector.window(fromNanos, toNanos));
      }
    }
    return untold;
  }
}
