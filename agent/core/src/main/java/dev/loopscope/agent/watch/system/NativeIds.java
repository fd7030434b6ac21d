package dev.loopscope.agent.watch.system;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** A thread that was not found is not searched for again before this. */
  static final long SEARCH_EVERY_NANOS = 1_000_000_000L;

  /** To search is to read a file for each thread of the process: searches share what they read. */
  static final long READ_EVERY_NANOS = 250_000_000L;

  private final ProcFiles files;
  private final LongUnaryOperator cpuNanos;
  private final Supplier<List<KnownThread>> known;
  private final Map<Long, Integer> found = new HashMap<>();
  private final Map<Long, Long> searchedAt = new HashMap<>();

  /** CPU times of the tasks that had no thread yet, as read since {@link #readNanos}. */
  private final Map<Integer, Long> tasks = new HashMap<>();

  /** Names of some of them. */
  private final Map<Integer, String> names = new HashMap<>();

  private long readNanos;

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
    if (searchesFor(threadId, nowNanos)) {
      searchedAt.put(threadId, nowNanos);
      search(threadId, nowNanos);
    }
    return found.getOrDefault(threadId, UNKNOWN);
  }

  /** Whether asking for a thread now begins a search. */
  boolean searchesFor(long threadId, long nowNanos) {
    Long last = searchedAt.get(threadId);
    return !found.containsKey(threadId) && (last == null || nowNanos - last >= SEARCH_EVERY_NANOS);
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

  private void search(long threadId, long nowNanos) {
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
    readTasks(nowNanos);
    tasks.forEach((task, cpu) -> takeExact(task, byCpu.get(cpu), cpu));
    if (asked != null && !found.containsKey(threadId)) {
      takeLikely(asked);
    }
  }

  /** All tasks that have no thread yet: soon after another search only the new ones are read. */
  private void readTasks(long nowNanos) {
    if (tasks.isEmpty() || nowNanos - readNanos >= READ_EVERY_NANOS) {
      tasks.clear();
      names.clear();
      readNanos = nowNanos;
    }
    Set<Integer> taken = new HashSet<>(found.values());
    tasks.keySet().removeAll(taken);
    for (int task : files.threads()) {
      Schedule schedule =
          taken.contains(task) || tasks.containsKey(task) ? null : Schedule.read(files, task);
      if (schedule != null) {
        tasks.put(task, schedule.cpuNanos());
      }
    }
  }

  private void takeExact(int task, @Nullable KnownThread thread, long cpu) {
    if (thread != null && cpu > 0 && cpuNanos.applyAsLong(thread.threadId()) == cpu) {
      found.put(thread.threadId(), task);
    }
  }

  private void takeLikely(KnownThread thread) {
    Set<Integer> taken = new HashSet<>(found.values());
    int likely = UNKNOWN;
    boolean several = false;
    for (Map.Entry<Integer, Long> task : tasks.entrySet()) {
      long before = cpuNanos.applyAsLong(thread.threadId());
      if (taken.contains(task.getKey())
          || !mayHaveGrown(task.getValue(), before)
          || !mayBeNamed(name(task.getKey()), thread.name())) {
        continue;
      }
      Schedule schedule = Schedule.read(files, task.getKey());
      long after = cpuNanos.applyAsLong(thread.threadId());
      if (schedule != null && schedule.cpuNanos() == before && before == after) {
        found.put(thread.threadId(), task.getKey());
        return; // it waits by now, and this is it
      }
      if (schedule != null && fits(before, schedule.cpuNanos(), after)) {
        several |= likely != UNKNOWN;
        likely = task.getKey();
      }
    }
    if (likely != UNKNOWN && !several) {
      found.put(thread.threadId(), likely);
    }
  }

  /** Whether a CPU time read before may be {@code nanos} by now. */
  private static boolean mayHaveGrown(long read, long nanos) {
    return read <= nanos && read >= nanos - TICK_NANOS - SEARCH_EVERY_NANOS;
  }

  private String name(int task) {
    return names.computeIfAbsent(
        task, any -> Objects.requireNonNullElse(files.ofThread(task, "comm"), ""));
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
