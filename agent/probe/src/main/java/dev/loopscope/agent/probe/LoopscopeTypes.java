package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Small numbers for the classes of tasks: an open-addressing table keyed by class identity.
 *
 * <p>A look-up reads one or two slots, locks nothing and calls no user code. The first look-up of a
 * class claims a slot by CAS and keeps the class name; the class itself is held weakly, so that the
 * table never keeps an application's loader alive. Number 0 is "other": the table is full.
 */
public final class LoopscopeTypes {
  /** Most classes that get a number of their own. */
  public static final int MAX = 1 << 14;

  private static final int SLOTS = MAX * 2;
  private static final int PROBES = 64;
  private static final VarHandle ENTRIES = MethodHandles.arrayElementVarHandle(Entry[].class);

  private static final @Nullable Entry[] SLOT = new Entry[SLOTS];
  private static final @Nullable Entry[] BY_ID = new Entry[MAX];
  private static final AtomicInteger NEXT = new AtomicInteger(1);
  private static volatile String[] internalPrefixes = {};

  private LoopscopeTypes() {}

  private static final class Entry extends WeakReference<Object> {
    final int id;
    final String name;
    final boolean internal;

    Entry(Object type, String name, int id, boolean internal) {
      super(type);
      this.id = id;
      this.name = name;
      this.internal = internal;
    }
  }

  /** The number of a class: 1 to {@link #MAX} - 1, or 0 when no number is left. */
  public static int id(Class<?> type) {
    Entry entry = find(type);
    return entry == null ? 0 : entry.id;
  }

  /** Whether the class is a framework's own bookkeeping, by {@link #setInternalPrefixes}. */
  static boolean isInternal(int id) {
    Entry entry = (Entry) ENTRIES.getAcquire(BY_ID, id);
    return entry != null && entry.internal;
  }

  /**
   * The number of something that runs and has no class of its own, by a constant that woven code
   * carries; like {@link #id} otherwise.
   */
  static int named(String constant) {
    Entry entry = find(constant);
    return entry == null ? 0 : entry.id;
  }

  private static @Nullable Entry find(Object type) {
    int hash = System.identityHashCode(type);
    int at = (hash ^ hash >>> 15) & SLOTS - 1;
    for (int i = 0; i < PROBES; i++) {
      Entry entry = (Entry) ENTRIES.getAcquire(SLOT, at);
      if (entry == null) {
        return add(type, at);
      }
      if (entry.refersTo(type)) {
        return entry;
      }
      at = at + 1 & SLOTS - 1;
    }
    return null;
  }

  private static @Nullable Entry add(Object type, int at) {
    if (NEXT.get() >= MAX) {
      return null;
    }
    int id = NEXT.getAndIncrement();
    if (id >= MAX) {
      NEXT.set(MAX);
      return null;
    }
    String name = type instanceof Class<?> c ? c.getName() : (String) type;
    Entry mine = new Entry(type, name, id, startsInternal(name));
    ENTRIES.setRelease(BY_ID, id, mine);
    for (int i = 0; i < PROBES; i++) {
      Entry found = (Entry) ENTRIES.compareAndExchange(SLOT, at, (Entry) null, mine);
      if (found == null) {
        return mine;
      }
      if (found.refersTo(type)) {
        return found;
      }
      at = at + 1 & SLOTS - 1;
    }
    return null;
  }

  private static boolean startsInternal(String name) {
    for (String prefix : internalPrefixes) {
      if (name.contains(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Names of classes whose unwrapped runs are a framework's own; matched anywhere in the class name
   * so that shaded copies match too. Set before hooks are turned on; holds for classes seen later.
   */
  public static void setInternalPrefixes(String[] prefixes) {
    internalPrefixes = prefixes.clone();
  }

  /** Binary class name of a number from {@link #id}; null for 0 and for numbers not given out. */
  public static @Nullable String name(int id) {
    if (id <= 0 || id >= MAX) {
      return null;
    }
    Entry entry = (Entry) ENTRIES.getAcquire(BY_ID, id);
    return entry == null ? null : entry.name;
  }

  /** One more than the highest number given out. */
  public static int limit() {
    return Math.min(MAX, NEXT.get());
  }
}
