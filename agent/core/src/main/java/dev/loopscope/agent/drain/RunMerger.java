package dev.loopscope.agent.drain;

import dev.loopscope.agent.probe.LoopscopeRecord;
import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the finished runs of one loop after another into run batches and, above the budget, groups.
 *
 * <p>While a loop is merged, consecutive short runs become one group until {@link #SPAN_NANOS} are
 * covered or a run comes that must stay single: a long one, a failed or cancelled one, the parent
 * of one of those, or one that overlaps its predecessor (an outer run that ended after its inner
 * ones; merging it would count its time twice). Every run is in exactly one batch or group, so
 * counts, sums and histograms stay exact.
 *
 * <p>For one thread; allocates per group and per batch, never per run.
 */
final class RunMerger {

  static final int BATCH_ROWS = 4_096;
  static final int GROUPS_PER_BATCH = 1_024;

  /** The stretch of time one group stands for at most: fine enough to zoom in on. */
  static final long SPAN_NANOS = 5_000_000L;

  /** Failed runs kept apart in one batch of a merged loop; more than that are counted in groups. */
  static final int FAILED_KEPT = 1_000;

  private static final int IO = LoopscopeRecord.KIND_IO;
  private static final int TIMER = LoopscopeRecord.KIND_TIMER;
  private static final int FAILED = LoopscopeRecord.OUTCOME_FAILED;
  private static final int CANCELLED = LoopscopeRecord.OUTCOME_CANCELLED;

  private final FrameSink sink;
  private final RunColumns runs = new RunColumns(BATCH_ROWS);
  private final List<GroupBatch.Group> groups = new ArrayList<>();
  private final LogHistogram durations = new LogHistogram();
  private final LogHistogram queueDelays = new LogHistogram();
  private final TypeTally types = new TypeTally();
  private final IdSet keptParents = new IdSet(1_024);

  private int loop;
  private boolean merging;
  private long longNanos;
  private int failedKept;
  private long merged;

  private boolean open;
  private long lastEnd;
  private long from;
  private long to;
  private long busy;
  private long poll;
  private long count;
  private long ioCount;
  private long failed;
  private long longest;
  private int longestType;
  private long worstDelay;

  RunMerger(FrameSink sink) {
    this.sink = sink;
  }

  /**
   * The runs that follow belong to {@code loop}.
   *
   * @param merging whether its short runs are merged
   * @param longNanos from which duration on a run stays single
   */
  void begin(int loop, boolean merging, long longNanos) {
    this.loop = loop;
    this.merging = merging;
    this.longNanos = longNanos;
    failedKept = 0;
    lastEnd = Long.MIN_VALUE;
  }

  /** Makes sure that the run {@code id} stays single if it is still to come. */
  void keep(long id) {
    keptParents.add(id);
  }

  /** The next finished run; fields as in {@link RunColumns#add}. */
  void add(
      long id,
      long parent,
      int type,
      int kind,
      int outcome,
      long submitted,
      long due,
      long start,
      long end,
      long pollNanos,
      long submitter)
      throws IOException {
    long duration = end - start;
    if (!merging || staysSingle(id, parent, outcome, duration, start)) {
      closeGroup();
      runs.add(id, parent, type, kind, outcome, submitted, due, start, end, pollNanos, submitter);
      if (runs.size() == BATCH_ROWS) {
        flushRuns();
      }
    } else {
      merge(type, kind, outcome, submitted, due, start, end, pollNanos);
    }
    lastEnd = Math.max(lastEnd, end);
  }

  private boolean staysSingle(long id, long parent, int outcome, long duration, long start) {
    boolean remarkable =
        duration >= longNanos
            || outcome == CANCELLED
            || (outcome == FAILED && failedKept++ < FAILED_KEPT);
    if (remarkable) {
      keptParents.add(parent);
      return true;
    }
    return start < lastEnd || keptParents.contains(id);
  }

  private void merge(
      int type, int kind, int outcome, long submitted, long due, long start, long end, long polled)
      throws IOException {
    if (open && end - from > SPAN_NANOS) {
      closeGroup();
    }
    if (!open) {
      open = true;
      from = start;
    }
    long duration = end - start;
    to = end;
    busy += duration;
    poll += polled;
    if (kind == IO) {
      ioCount++;
    } else {
      count++;
      durations.record(duration);
      mergeDelay(kind, submitted, due, start);
    }
    if (outcome == FAILED) {
      failed++;
    }
    if (duration >= longest) {
      longest = duration;
      longestType = type;
    }
    types.add(type, duration);
    merged++;
  }

  /** The queue delay as {@link dev.loopscope.protocol.Run#queueDelayNanos} defines it. */
  private void mergeDelay(int kind, long submitted, long due, long start) {
    if (due != 0 || (submitted != 0 && kind != TIMER)) {
      long delay = Math.max(0, start - (due != 0 ? due : submitted));
      queueDelays.record(delay);
      worstDelay = Math.max(worstDelay, delay);
    }
  }

  /** Sends what is left of the loop. */
  void end() throws IOException {
    closeGroup();
    flushRuns();
    flushGroups();
  }

  /** How many runs were merged so far. */
  long merged() {
    return merged;
  }

  private void closeGroup() throws IOException {
    if (!open) {
      return;
    }
    groups.add(
        new GroupBatch.Group(
            from,
            to,
            busy,
            poll,
            count,
            ioCount,
            failed,
            longest,
            longestType,
            worstDelay,
            types.takeLargest()));
    open = false;
    busy = 0;
    poll = 0;
    count = 0;
    ioCount = 0;
    failed = 0;
    longest = 0;
    longestType = 0;
    worstDelay = 0;
    if (groups.size() == GROUPS_PER_BATCH) {
      flushGroups();
    }
  }

  private void flushRuns() throws IOException {
    if (!runs.isEmpty()) {
      sink.send(new RunBatch(loop, runs));
      runs.clear();
    }
  }

  private void flushGroups() throws IOException {
    if (!groups.isEmpty()) {
      sink.send(new GroupBatch(loop, groups, durations, queueDelays));
      groups.clear();
      durations.clear();
      queueDelays.clear();
    }
  }
}
