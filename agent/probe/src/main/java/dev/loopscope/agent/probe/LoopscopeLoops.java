package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * All loops of this session, found by thread in about a nanosecond.
 *
 * <p>A table indexed by thread id, with linear probing: a thread that is no loop usually meets an
 * empty slot at once. Slots are claimed by CAS. A loop whose thread has ended is replaced by a
 * marker, so that probing goes on past it.
 */
public final class LoopscopeLoops {
  /**
   * Most loops at a time; what more threads do is not recorded, but {@link #refused} counts them.
   */
  public static final int MAX = 4096;

  /** Records in a ring when memory is plentiful: 1 MB. */
  public static final int RING_RECORDS = 1 << 14;

  private static final int SMALLEST_RING = 1 << 8;
  private static final int SLOTS = MAX * 4;
  private static final int RECORD_BYTES = LoopscopeRecord.LONGS * Long.BYTES;
  private static final int INDEX_MASK = (1 << 23) - 1;

  /** Threads whose name begins so are the agent's own and never become loops. */
  public static final String OWN_THREADS = "loopscope-";

  private static final VarHandle TABLE_SLOTS =
      MethodHandles.arrayElementVarHandle(LoopscopeLoop[].class);
  private static final @Nullable VarHandle THREAD_ID = threadIdField();

  private static final LoopscopeLoop ENDED = new LoopscopeLoop(0, Thread.currentThread(), 0);
  private static final AtomicInteger LIVE = new AtomicInteger();
  private static final AtomicInteger LAST_INDEX = new AtomicInteger();
  private static final AtomicLong REFUSED = new AtomicLong();
  private static final AtomicLong RING_BYTES_LEFT = new AtomicLong();
  private static final AtomicLong CHANGES = new AtomicLong();
  private static volatile LoopscopeCounts unbound = new LoopscopeCounts();
  private static volatile @Nullable LoopscopeLoop[] table = new LoopscopeLoop[SLOTS];

  /** Virtual threads are no loops; null where there are none. */
  private static final @Nullable Class<?> VIRTUAL = virtualThread();

  private LoopscopeLoops() {}

  private static @Nullable Class<?> virtualThread() {
    try {
      return Class.forName("java.lang.VirtualThread", false, null);
    } catch (ClassNotFoundException e) {
      return null; // before JDK 19
    }
  }

  private static @Nullable VarHandle threadIdField() {
    try {
      // Thread.getId can be overridden by the application, the field cannot
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
          .findVarHandle(Thread.class, "tid", long.class);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null; // not inside java.lang: a test of these classes under their own names
    }
  }

  @SuppressWarnings("deprecation")
  static long threadId(Thread thread) {
    return THREAD_ID == null ? thread.getId() : (long) THREAD_ID.get(thread);
  }

  /** The loop of a thread, null when that thread is not known as one. */
  public static @Nullable LoopscopeLoop find(@Nullable Thread thread) {
    if (thread == null) {
      return null;
    }
    @Nullable LoopscopeLoop[] slots = table;
    int at = (int) threadId(thread) & SLOTS - 1;
    for (int i = 0; i < SLOTS; i++) {
      LoopscopeLoop loop = (LoopscopeLoop) TABLE_SLOTS.getAcquire(slots, at);
      if (loop == null) {
        return null;
      }
      if (loop.thread() == thread && loop != ENDED) {
        return loop;
      }
      at = at + 1 & SLOTS - 1;
    }
    return null;
  }

  /** The loop of the calling thread, null when it is not known as one. */
  public static @Nullable LoopscopeLoop find() {
    return find(Thread.currentThread());
  }

  /**
   * The loop of a thread, made if need be.
   *
   * @return null for virtual threads, the agent's own threads and beyond {@link #MAX} loops
   */
  public static @Nullable LoopscopeLoop findOrAdd(Thread thread) {
    LoopscopeLoop loop = find(thread);
    return loop == null ? add(thread) : loop;
  }

  private static @Nullable LoopscopeLoop add(Thread thread) {
    if (thread.getClass() == VIRTUAL || thread.getName().startsWith(OWN_THREADS)) {
      return null;
    }
    if (LIVE.incrementAndGet() > MAX) {
      LIVE.decrementAndGet();
      REFUSED.incrementAndGet();
      return null;
    }
    @Nullable LoopscopeLoop[] slots = table;
    long threadId = threadId(thread);
    LoopscopeLoop mine =
        new LoopscopeLoop(LAST_INDEX.incrementAndGet() & INDEX_MASK, thread, threadId);
    int at = (int) threadId & SLOTS - 1;
    while (true) {
      LoopscopeLoop found = (LoopscopeLoop) TABLE_SLOTS.getAcquire(slots, at);
      if (found == null || found == ENDED) {
        if (TABLE_SLOTS.compareAndSet(slots, at, found, mine)) {
          CHANGES.incrementAndGet();
          return mine;
        }
      } else if (found.thread() == thread) {
        LIVE.decrementAndGet();
        return found; // registered by the agent meanwhile
      } else {
        at = at + 1 & SLOTS - 1;
      }
    }
  }

  /** Makes a loop of a thread that was seen in a framework's loop method, before it runs a hook. */
  public static void register(Thread thread, String kind, int rank) {
    register(thread, kind, rank, 0);
  }

  /** Likewise, where it is known of which copy of the framework; 0 unknown. */
  public static void register(Thread thread, String kind, int rank, int copy) {
    LoopscopeLoop loop = findOrAdd(thread);
    if (loop != null) {
      loop.raiseKind(kind, rank);
      loop.expectCopy(copy);
    }
  }

  /** All loops at this moment, in no order, those of ended threads too until removed. */
  public static List<LoopscopeLoop> all() {
    @Nullable LoopscopeLoop[] slots = table;
    List<LoopscopeLoop> loops = new ArrayList<>();
    int live = LIVE.get(); // read once: a loop that goes meanwhile must not hide another one
    for (int i = 0; i < SLOTS && loops.size() < live; i++) {
      LoopscopeLoop loop = (LoopscopeLoop) TABLE_SLOTS.getAcquire(slots, i);
      if (loop != null && loop != ENDED) {
        loops.add(loop);
      }
    }
    return loops;
  }

  /** Drain thread only: forgets a loop whose thread has ended and whose ring is empty. */
  public static void remove(LoopscopeLoop loop) {
    @Nullable LoopscopeLoop[] slots = table;
    for (int i = 0; i < SLOTS; i++) {
      if (TABLE_SLOTS.compareAndSet(slots, i, loop, ENDED)) {
        LIVE.decrementAndGet();
        CHANGES.incrementAndGet();
        release(loop.ring());
        return;
      }
    }
  }

  /** Totals of what could not be given to one loop, such as tasks for a pool of threads. */
  public static LoopscopeCounts unbound() {
    return unbound;
  }

  /** Threads that could not become loops because there were {@link #MAX} already. */
  public static long refused() {
    return REFUSED.get();
  }

  /**
   * Starts a session with no loops. Hooks must be off.
   *
   * @param ringBytes memory for all rings together
   */
  public static void reset(long ringBytes) {
    RING_BYTES_LEFT.set(ringBytes);
    unbound = new LoopscopeCounts();
    LIVE.set(0);
    REFUSED.set(0);
    table = new LoopscopeLoop[SLOTS];
    CHANGES.incrementAndGet();
  }

  /** Grows whenever {@link #all} may answer differently: ask for all loops only then. */
  public static long changes() {
    return CHANGES.get();
  }

  /** A ring from what memory is left, at most an eighth of it, so that many loops get one. */
  static @Nullable LoopscopeRing allocateRing() {
    while (true) {
      long left = RING_BYTES_LEFT.get();
      long records = Math.min(RING_RECORDS, Long.highestOneBit(left / 8 / RECORD_BYTES | 1));
      records = Math.max(records, SMALLEST_RING);
      if (records * RECORD_BYTES > left) {
        return null;
      }
      if (RING_BYTES_LEFT.compareAndSet(left, left - records * RECORD_BYTES)) {
        return new LoopscopeRing((int) records);
      }
    }
  }

  private static void release(@Nullable LoopscopeRing ring) {
    if (ring != null) {
      RING_BYTES_LEFT.addAndGet((long) ring.capacity() * RECORD_BYTES);
    }
  }
}
