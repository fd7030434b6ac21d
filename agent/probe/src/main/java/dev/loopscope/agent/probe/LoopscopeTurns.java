package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long the channels of one loop had their turn: a fixed table by identity, in
 * which a newcomer takes the place of the one that was least busy of late. Nothing is kept alive by
 * it, and only a newcomer costs an object.
 *
 * <p>The loop's thread writes. Another reads: a place whose serial is the same before and after was
 * read whole.
 */
public final class LoopscopeTurns {
  private static final int WAYS = 4;
  private static final int SETS = 64;

  /** Places in the table. */
  public static final int PLACES = WAYS * SETS;

  private static final int NONE = -1;
  private static final VarHandle LONGS = LoopscopeCounts.LONGS;
  private static final VarHandle REFERENCES =
      MethodHandles.arrayElementVarHandle(WeakReference[].class);

  private final @Nullable WeakReference<?>[] who = new WeakReference<?>[PLACES];
  private final long[] serials = new long[PLACES];
  private final long[] turns = new long[PLACES];
  private final long[] busyNanos = new long[PLACES];
  private final long[] recentNanos = new long[PLACES];
  private volatile String names = "";
  private volatile long all;
  private volatile int asked;
  private int answered;
  private int current = NONE;
  private long since;
  private long lastSerial;

  /** A place of the table, as read. */
  public static final class Place {
    /** Changes with the one who has the place; 0 when nobody has. */
    public long serial;

    public @Nullable Object who;
    public long turns;
    public long busyNanos;
  }

  /**
   * Hook, on loop threads: the turn of a channel begins, and that of the one before it ends.
   *
   * @param paths where its name is found; see {@link #names}
   */
  public static void turn(Object channel, String paths) {
    try {
      LoopscopeLoop loop = LoopscopeLoops.find();
      if (loop != null && loop.isInIo()) {
        LoopscopeTurns table = loop.facts().ownTurns();
        table.names = paths;
        table.begin(channel, System.nanoTime());
      }
    } catch (Throwable e) {
      LoopscopeErrors.count(e);
    }
  }

  void begin(Object channel, long now) {
    end(now);
    if (asked != answered) {
      answered = asked;
      java.util.Arrays.fill(recentNanos, 0);
    }
    int place = place(channel);
    LONGS.setOpaque(turns, place, turns[place] + 1);
    long before = all;
    all = before + 1; // only this thread writes
    since = now;
    current = place;
  }

  void end(long now) {
    int place = current;
    if (place != NONE) {
      current = NONE;
      long took = now - since;
      recentNanos[place] += took;
      LONGS.setOpaque(busyNanos, place, busyNanos[place] + took);
    }
  }

  private int place(Object channel) {
    int hash = System.identityHashCode(channel);
    int first = (hash & (SETS - 1)) * WAYS;
    int least = first;
    for (int i = first; i < first + WAYS; i++) {
      WeakReference<?> present = who[i];
      if (present == null) {
        return take(i, channel);
      }
      if (refersTo(present, channel)) {
        return i;
      }
      if (recentNanos[i] < recentNanos[least]) {
        least = i;
      }
    }
    return take(least, channel);
  }

  @SuppressWarnings("unchecked")
  private static boolean refersTo(WeakReference<?> reference, Object candidate) {
    return ((WeakReference<Object>) reference).refersTo(candidate);
  }

  private int take(int place, Object channel) {
    LONGS.setOpaque(serials, place, 0L);
    VarHandle.storeStoreFence();
    REFERENCES.setOpaque(who, place, new WeakReference<>(channel));
    LONGS.setOpaque(turns, place, 0L);
    LONGS.setOpaque(busyNanos, place, 0L);
    recentNanos[place] = 0;
    LONGS.setRelease(serials, place, ++lastSerial);
    return place;
  }

  // ---- for the one other thread that reads ----

  /** Where a name is found, from the object: paths of fields, the best first, joined by '|'. */
  public String names() {
    return names;
  }

  /** Turns of all channels, also of those that lost their place. */
  public long all() {
    return all;
  }

  /** From the next turn on, only what comes now counts as busy of late. */
  public void age() {
    int before = asked;
    asked = before + 1; // only this thread writes
  }

  /** Reads a place, whole; one that is being taken by another reads as nobody's. */
  public void read(int place, Place into) {
    into.serial = (long) LONGS.getAcquire(serials, place);
    WeakReference<?> reference = (WeakReference<?>) REFERENCES.getOpaque(who, place);
    into.who = reference == null ? null : reference.get();
    into.turns = (long) LONGS.getOpaque(turns, place);
    into.busyNanos = (long) LONGS.getOpaque(busyNanos, place);
    VarHandle.loadLoadFence();
    if ((long) LONGS.getOpaque(serials, place) != into.serial) {
      into.serial = 0;
    }
  }
}
