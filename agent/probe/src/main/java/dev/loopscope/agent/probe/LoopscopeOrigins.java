package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where objects in a queue came from when the application can see those objects, so that
 * they must not be wrapped: events, for example.
 *
 * <p>A fixed table by identity. An entry holds its object weakly, so nothing is kept alive by it,
 * and no code of the object is called. When the few places of an object are all taken, the oldest
 * entry there is given up.
 */
final class LoopscopeOrigins {
  static final int SLOTS = 1 << 13;

  private static final int PROBES = 8;
  private static final VarHandle ENTRIES = MethodHandles.arrayElementVarHandle(Entry[].class);

  private final @Nullable Entry[] slots = new Entry[SLOTS];

  /** Where one object came from. */
  static final class Entry extends WeakReference<Object> {
    final long submittedNanos;
    final long parentId;
    final long submitterId;

    /** Whether it was counted as submitted; by the threads that hold the queue's lock. */
    boolean counted;

    Entry(Object object, long submittedNanos, long parentId, long submitterId) {
      super(object);
      this.submittedNanos = submittedNanos;
      this.parentId = parentId;
      this.submitterId = submitterId;
    }
  }

  /** Any thread. The object must not be in the table. */
  void put(Object object, Entry entry) {
    int at = first(object);
    int oldest = at;
    long oldestNanos = Long.MAX_VALUE;
    for (int i = 0; i < PROBES; i++) {
      int slot = at + i & SLOTS - 1;
      Entry there = (Entry) ENTRIES.getAcquire(slots, slot);
      if (there == null || there.refersTo(null)) {
        if (ENTRIES.compareAndSet(slots, slot, there, entry)) {
          return;
        }
      } else if (there.submittedNanos - oldestNanos < 0 || oldestNanos == Long.MAX_VALUE) {
        oldest = slot;
        oldestNanos = there.submittedNanos;
      }
    }
    ENTRIES.setRelease(slots, oldest, entry);
  }

  /** The object's entry, null when it is not known or no longer. */
  @Nullable Entry find(Object object) {
    int at = first(object);
    for (int i = 0; i < PROBES; i++) {
      Entry entry = (Entry) ENTRIES.getAcquire(slots, at + i & SLOTS - 1);
      if (entry != null && entry.refersTo(object)) {
        return entry;
      }
    }
    return null;
  }

  /** Frees the place of an entry that {@link #find} has answered. */
  void remove(Object object, Entry entry) {
    int at = first(object);
    for (int i = 0; i < PROBES; i++) {
      if (ENTRIES.compareAndSet(slots, at + i & SLOTS - 1, entry, (Entry) null)) {
        return;
      }
    }
  }

  private static int first(Object object) {
    int hash = System.identityHashCode(object);
    return (hash ^ hash >>> 15) & SLOTS - 1;
  }
}
