package dev.loopscope.agent.drain;

import dev.loopscope.agent.probe.LoopscopeRecord;
import dev.loopscope.agent.probe.LoopscopeRing;
import dev.loopscope.agent.send.FrameSink;
import dev.loopscope.agent.watch.LongRun;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.RunKind;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Empties the ring of one loop after another into batches, groups and gaps. For the drain thread;
 * allocates nothing per run.
 */
final class RingReader {

  static final int CHUNK_RECORDS = 4_096;

  /** A run this long stays single however much is merged. */
  static final long LONG_NANOS = 1_000_000L;

  private static final RunKind[] KINDS = RunKind.values();

  private final long[] chunk = new long[CHUNK_RECORDS * LoopscopeRecord.LONGS];
  private final FrameSink sink;
  private final Dictionary dictionary;
  private final RunMerger merger;
  private final Consumer<LongRun> overLimit;
  private long runs;

  /**
   * @param overLimit gets every finished run that took longer than its loop's limit
   */
  RingReader(FrameSink sink, Dictionary dictionary, RunMerger merger, Consumer<LongRun> overLimit) {
    this.sink = sink;
    this.dictionary = dictionary;
    this.merger = merger;
    this.overLimit = overLimit;
  }

  /** How many finished runs were read so far; I/O phases and internal runs count too. */
  long runs() {
    return runs;
  }

  /**
   * Reads at most one chunk.
   *
   * @return whether there may be more
   */
  boolean read(LoopTrack loop, LoopscopeRing ring, long limitNanos) throws IOException {
    int records = ring.drain(chunk, CHUNK_RECORDS);
    if (records == 0) {
      return false;
    }
    merger.begin(loop.loop(), loop.merging, Math.min(LONG_NANOS, limitNanos / 10));
    if (loop.merging) {
      keepParentsOfLongRuns(records, limitNanos);
    }
    for (int i = 0; i < records; i++) {
      int at = i * LoopscopeRecord.LONGS;
      if (LoopscopeRecord.kind(chunk[at]) == LoopscopeRecord.KIND_GAP) {
        gap(loop, at);
      } else {
        run(loop, at, limitNanos);
      }
    }
    merger.end();
    return records == CHUNK_RECORDS;
  }

  /** A parent ends before its children, so the chunk is searched before it is merged. */
  private void keepParentsOfLongRuns(int records, long limitNanos) {
    for (int i = 0; i < records; i++) {
      int at = i * LoopscopeRecord.LONGS;
      long duration =
          chunk[at + LoopscopeRecord.END_NANOS] - chunk[at + LoopscopeRecord.START_NANOS];
      if (duration > limitNanos && LoopscopeRecord.kind(chunk[at]) != LoopscopeRecord.KIND_GAP) {
        merger.keep(chunk[at + LoopscopeRecord.PARENT_ID]);
      }
    }
  }

  private void run(LoopTrack loop, int at, long limitNanos) throws IOException {
    long header = chunk[at];
    int kind = LoopscopeRecord.kind(header);
    int type = LoopscopeRecord.type(header);
    boolean io = kind == LoopscopeRecord.KIND_IO;
    long start = chunk[at + LoopscopeRecord.START_NANOS];
    long end = Math.max(start, chunk[at + LoopscopeRecord.END_NANOS]);
    long poll = io ? waited(chunk[at + LoopscopeRecord.POLL_NANOS], start) : 0;
    long submitted = io ? 0 : chunk[at + LoopscopeRecord.SUBMITTED_NANOS];
    long due = io ? 0 : chunk[at + LoopscopeRecord.DUE_NANOS];
    long id = chunk[at + LoopscopeRecord.RUN_ID];
    long parent = chunk[at + LoopscopeRecord.PARENT_ID];
    long submitter = chunk[at + LoopscopeRecord.SUBMITTER_THREAD_ID];
    dictionary.useType(type);
    merger.add(
        id,
        parent,
        type,
        kind,
        LoopscopeRecord.outcome(header),
        submitted,
        due,
        start,
        end,
        poll,
        submitter);
    runs++;
    loop.lastEndNanos = Math.max(loop.lastEndNanos, end);
    if (end - start > limitNanos) {
      OpenRun run = new OpenRun(id, parent, type, KINDS[kind], submitted, due, start, submitter);
      overLimit.accept(new LongRun(loop.loop(), run, end, limitNanos));
    }
  }

  /** The wait before an I/O phase, 0 when its begin was not seen. */
  private static long waited(long entered, long returned) {
    return entered == 0 ? 0 : Math.max(0, returned - entered);
  }

  private void gap(LoopTrack loop, int at) throws IOException {
    long lost = chunk[at + LoopscopeRecord.LOST_COUNT];
    long to = chunk[at + LoopscopeRecord.END_NANOS];
    // the first lost run began after the last kept one had ended
    long from = Math.min(loop.lastEndNanos, chunk[at + LoopscopeRecord.START_NANOS]);
    merger.end();
    sink.send(new Gap(loop.loop(), from, to, lost, Gaps.RING_FULL));
    loop.toldLost += lost;
    loop.lastEndNanos = Math.max(loop.lastEndNanos, to);
  }
}
