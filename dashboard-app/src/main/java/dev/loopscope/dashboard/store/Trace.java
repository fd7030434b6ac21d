package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Coverage;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.VirtualThreads;
import dev.loopscope.protocol.Warning;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The read side of the store: everything that views, analysis, alerts and reports know about a
 * session, live or replayed.
 *
 * <p>All methods may be called from any thread while the one writer goes on; each answers from a
 * consistent state of what it is asked for and returns quickly (time bounded by the number of cells
 * or rows asked for, not by the number of runs). Times are nanoseconds of the target's clock.
 */
public interface Trace {

  /** Grows whenever something changed: a view that saw this number has nothing to do. */
  long version();

  /** The first frame, null until it came. */
  @Nullable Hello hello();

  /** Settings in force now. */
  Settings settings();

  /**
   * From attach to the newest time known; of a recording that is a part of a longer session, from
   * where that part begins. Empty span at 0 before the first frame.
   */
  TimeSpan extent();

  /** What is instrumented, as last reported. */
  Coverage coverage();

  /** The agent's own cost, as last reported; null until it was. */
  @Nullable Stats stats();

  /** All loops ever seen, by number; a snapshot. */
  List<LoopInfo> loops();

  /** The loop with this number, null when unknown. */
  @Nullable LoopInfo loop(int loop);

  /** Binary class name of a type; a readable placeholder when it was never defined. */
  String typeName(int type);

  /** A stack by its number, null when it was never defined. */
  @Nullable Stack stack(int stack);

  /**
   * Fills {@code out} with what {@code loop} did: exactly {@code out.size()} cells over the span
   * that {@code out} was prepared for. Costs time by cells, not by runs.
   */
  void lane(int loop, LaneCells out);

  /**
   * Finished runs of {@code loop} that overlap {@code span} and last at least {@code
   * minDurationNanos}, in time order, at most {@code max} (the longest are kept when there are
   * more). Only runs whose detail is still kept; {@link #detail(int)} tells since when.
   */
  List<Run> runs(int loop, TimeSpan span, long minDurationNanos, int max);

  /**
   * Merged groups of {@code loop} that overlap {@code span}, in time order, at most {@code max}.
   */
  List<dev.loopscope.protocol.GroupBatch.Group> groups(int loop, TimeSpan span, int max);

  /**
   * Passes every kept finished run that overlaps {@code span} to {@code each} with its loop's
   * number, loop by loop, in time order within a loop. For analysis off the FX thread.
   */
  void forEachRun(TimeSpan span, ObjLongConsumer<Run> each);

  /** The same for one loop. */
  default void forEachRun(int loop, TimeSpan span, Consumer<Run> each) {
    runs(loop, span, 0, Integer.MAX_VALUE).forEach(each);
  }

  /** The run with this id, if its detail is kept. */
  @Nullable LocatedRun find(long runId);

  /** The run in which {@code loop} is now, as far as it is known not to have ended; else null. */
  default @Nullable OpenRun openRun(int loop) {
    LoopInfo info = loop(loop);
    LoopState state = info == null ? null : info.state();
    OpenRun open = state == null ? null : state.current();
    return open == null || find(open.id()) != null ? null : open;
  }

  /** The run of {@code loop} before ({@code forward} false) or after the time {@code nanos}. */
  @Nullable Run neighbour(int loop, long nanos, boolean forward);

  /** The span for which single runs of {@code loop} are still kept in memory. */
  TimeSpan detail(int loop);

  /** JVM pauses that overlap {@code span}, in time order. */
  List<Pause> pauses(TimeSpan span);

  /** Lost stretches that overlap {@code span}, in time order. */
  List<dev.loopscope.protocol.Gap> gaps(TimeSpan span);

  /** Virtual threads that were pinned within {@code span}, by the time at which that began. */
  default List<Pinned> pinned(TimeSpan span) {
    return List.of();
  }

  /**
   * What the virtual threads of the process were doing within {@code span}, about once a second, in
   * time order; empty when there is no scheduler for them.
   */
  default List<VirtualThreads> virtualThreads(TimeSpan span) {
    return List.of();
  }

  /** What frameworks themselves warned of within {@code span}, in time order. */
  default List<Warning> warnings(TimeSpan span) {
    return List.of();
  }

  /** What is known of {@code loop} besides its runs, as last told; null when nothing is. */
  default @Nullable LoopFacts facts(int loop) {
    return null;
  }

  /** All stalls, newest state of each, in order of detection; a snapshot. */
  List<Stall> stalls();

  /** Loop-lag and totals per loop in time buckets: the source of charts and percentiles. */
  LoopSeries series(int loop, TimeSpan span, int buckets);

  /**
   * The same for several loops together, such as those of a group: lag is that of a task that
   * arrives at any of them, busy their mean, runs their sum. Unknown loops do not count.
   */
  default LoopSeries series(List<Integer> loops, TimeSpan span, int buckets) {
    return SeriesBuckets.unknown(span, buckets);
  }

  /**
   * Whether the session has told its last. What had not ended by then was open at its end; nobody
   * knows what became of it.
   */
  default boolean isOver() {
    return false;
  }

  /** Bytes that this store holds in memory, estimated from the sizes of its columns. */
  long memoryBytes();

  /** A run and the loop it ran on. */
  record LocatedRun(int loop, Run run) {}
}
