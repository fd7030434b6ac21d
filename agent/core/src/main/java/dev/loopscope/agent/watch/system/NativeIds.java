package dev.loopscope.agent.watch.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operating system's number of a thread without that thread's help.
 *
 * <p>No API tells it. But the JVM and {@code /proc} read the same counter of CPU time, exact to the
 * nanosecond: while a thread waits, its CPU time as the JVM tells it stands literally in the {@code
 * schedstat} of one task and of no other. A thread that runs is up to a tick behind in {@code
 * schedstat}; then the one task that fits both the time and the name is taken, and none if several
 * do. What was found once is checked at every use and dropped when it no longer fits.
 */
final class NativeIds {

  private static final int UNKNOWN = 0;

  /** The longest tick of the kernels in use is 10 ms. */
  static final long TICK_NANOS = 12_000_000L;

  /** A search reads a file for each thread of the process: not more often than this. */
  static final long SEARCH_EVERY_NANOS = 1_000_000_000L;

  private final ProcFiles files;
  private final LongUnaryOperator cpuNanos;
  private final Supplier<List<KnownThread>> known;
  private final Map<Long, Integer> found = new HashMap<>();
  private final Map<Long, Long> searchedAt = new HashMap<>();

  /**
   * @param cpuNanos CPU time by {@code Thread.getId()}, -1 unknown
   * @param known all threads that may be asked for: one search finds many
   */
  NativeIds(ProcFiles files, LongUnaryOperator cpuNanos, Supplier<List<KnownThread>> known) {
    this.files = files;
    this.cpuNanos = cpuNanos;
    this.known = known;
  }

  /** The native number of a thread, 0 when it is not known. */
  int of(long threadId, long nowNanos) {
    Integer id = found.get(threadId);
    if (id != null) {
      return id;
    }
    Long last = searchedAt.get(threadId);
    if (last == null || nowNanos - last >= SEARCH_EVERY_NANOS) {
      searchedAt.put(threadId, nowNanos);
      search(threadId);
    }
    return found.getOrDefault(threadId, UNKNOWN);
  }

  /**
   * Whether a reading may be of this thread: a CPU time of {@code scheduled} read between {@code
   * before} and {@code after} of the JVM's. If not, the number is forgotten.
   */
  boolean confirms(long threadId, long before, long scheduled, long after) {
    boolean fits = fits(before, scheduled, after);
    if (!fits) {
      found.remove(threadId);
    }
    return fits;
  }

  private static boolean fits(long before, long scheduled, long after) {
    return before >= 0 && scheduled >= before - TICK_NANOS && scheduled <= after;
  }

  private void search(long threadId) {
    List<KnownThread> threads = known.get();
    Set<Long> alive = new HashSet<>();
    threads.forEach(thread -> alive.add(thread.threadId()));
    found.keySet().retainAll(alive);
    searchedAt.keySet().retainAll(alive);
    Map<Long, KnownThread> byCpu = new HashMap<>();
    KnownThread asked = null;
    for (KnownThread thread : threads) {
      asked = thread.threadId() == threadId ? thread : asked;
      if (!found.containsKey(thread.threadId())) {
        byCpu.put(cpuNanos.applyAsLong(thread.threadId()), thread);
      }
    }
    Map<Integer, Long> tasks = tasks();
    tasks.forEach((task, cpu) -> takeExact(task, byCpu.get(cpu), cpu));
    if (asked != null && !found.containsKey(threadId)) {
      takeLikely(asked, tasks);
    }
  }

  /** CPU times of all tasks that have no thread yet. */
  private Map<Integer, Long> tasks() {
    Set<Integer> taken = new HashSet<>(found.values());
    Map<Integer, Long> tasks = new HashMap<>();
    for (int task : files.threads()) {
      Schedule schedule = taken.contains(task) ? null : Schedule.read(files, task);
      if (schedule != null) {
        tasks.put(task, schedule.cpuNanos());
      }
    }
    return tasks;
  }

  private void takeExact(int task, @Nullable KnownThread thread, long cpu) {
    if (thread != null && cpu > 0 && cpuNanos.applyAsLong(thread.threadId()) == cpu) {
      found.put(thread.threadId(), task);
    }
  }

  private void takeLikely(KnownThread thread, Map<Integer, Long> tasks) {
    int likely = UNKNOWN;
    for (int task : tasks.keySet()) {
      long before = cpuNanos.applyAsLong(thread.threadId());
      Schedule schedule = found.containsValue(task) ? null : Schedule.read(files, task);
      long after = cpuNanos.applyAsLong(thread.threadId());
      if (schedule != null
          && fits(before, schedule.cpuNanos(), after)
          && mayBeNamed(files.ofThread(task, "comm"), thread.name())) {
        if (likely != UNKNOWN) {
          return;
        }
        likely = task;
      }
    }
    if (likely != UNKNOWN) {
      found.put(thread.threadId(), likely);
    }
  }

  /** Linux keeps 15 bytes of a name: JVMs cut it there, or take out its middle. */
  static boolean mayBeNamed(@Nullable String task, String thread) {
    if (task == null || thread.startsWith(task)) {
      return task != null && !task.isEmpty();
    }
    int gap = task.indexOf("..");
    return gap > 0
        && thread.startsWith(task.substring(0, gap))
        && thread.endsWith(task.substring(gap + 2));
  }
}
