package dev.loopscope.agent.probe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A bounded queue of {@link LoopscopeRecord}s from one loop thread to the one drain thread.
 *
 * <p>The producer writes eight plain longs and publishes them by a release store of its cursor; the
 * consumer reads the cursor with acquire. Neither ever waits: a full ring counts what it loses, and
 * as soon as there is room again a gap record with that count comes before the next run. Cursors
 * only grow; both sit in one array, far enough apart not to share a cache line.
 */
public final class LoopscopeRing {
  private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

  // cursors:  0......7 | 8 published | 9 tail seen by the producer | ... | 24 consumed | ......31
  private static final int PUBLISHED = 8;
  private static final int TAIL_SEEN = 9;
  private static final int CONSUMED = 24;
  private static final int CURSORS = 32;

  // losses, written by the producer: total, and what no gap record has told yet
  private static final int LOST = 0;
  private static final int UNTOLD = 1;
  private static final int FIRST_RUN = 2;
  private static final int FIRST_END = 3;
  private static final int LAST_END = 4;

  private final long[] cells;
  private final int mask;
  private final long[] cursors = new long[CURSORS];
  private final long[] losses = new long[8];

  /**
   * @param records how many records fit; a power of two, at least 2
   */
  public LoopscopeRing(int records) {
    if (records < 2 || Integer.bitCount(records) != 1) {
      throw new IllegalArgumentException("A ring holds a power of two of records, not " + records);
    }
    cells = new long[records * LoopscopeRecord.LONGS];
    mask = records - 1;
  }

  /** How many records fit. */
  public int capacity() {
    return mask + 1;
  }

  /** Producer only. Writes one record, or counts it as lost when the ring is full. */
  void write(
      long header,
      long runId,
      long parent,
      long submitted,
      long due,
      long start,
      long end,
      long submitter) {
    long published = cursors[PUBLISHED];
    int needed = losses[UNTOLD] == 0 ? 1 : 2;
    if (published + needed - cursors[TAIL_SEEN] > mask + 1) {
      cursors[TAIL_SEEN] = (long) LONGS.getAcquire(cursors, CONSUMED);
      if (published + needed - cursors[TAIL_SEEN] > mask + 1) {
        lose(runId, end);
        return;
      }
    }
    if (needed == 2) {
      tellLoss(published++);
    }
    put(published, header, runId, parent, submitted, due, start, end, submitter);
    LONGS.setRelease(cursors, PUBLISHED, published + 1);
  }

  private void put(
      long at,
      long header,
      long runId,
      long parent,
      long submitted,
      long due,
      long start,
      long end,
      long submitter) {
    long[] c = cells;
    int i = (int) (at & mask) * LoopscopeRecord.LONGS;
    c[i] = header;
    c[i + LoopscopeRecord.RUN_ID] = runId;
    c[i + LoopscopeRecord.PARENT_ID] = parent;
    c[i + LoopscopeRecord.SUBMITTED_NANOS] = submitted;
    c[i + LoopscopeRecord.DUE_NANOS] = due;
    c[i + LoopscopeRecord.START_NANOS] = start;
    c[i + LoopscopeRecord.END_NANOS] = end;
    c[i + LoopscopeRecord.SUBMITTER_THREAD_ID] = submitter;
  }

  private void lose(long runId, long end) {
    if (losses[UNTOLD]++ == 0) {
      losses[FIRST_RUN] = runId;
      losses[FIRST_END] = end;
    }
    losses[LAST_END] = end;
    LONGS.setRelease(losses, LOST, losses[LOST] + 1);
  }

  private void tellLoss(long at) {
    long header = LoopscopeRecord.header(LoopscopeRecord.KIND_GAP, 0, 0);
    long untold = losses[UNTOLD];
    put(at, header, losses[FIRST_RUN], 0, untold, 0, losses[FIRST_END], losses[LAST_END], 0);
    losses[UNTOLD] = 0;
  }

  /**
   * Consumer only. Moves up to {@code maxRecords} of the oldest records into {@code into}, packed
   * from index 0, and frees their room.
   *
   * @return the number of records moved, 0 when the ring is empty
   */
  public int drain(long[] into, int maxRecords) {
    long consumed = cursors[CONSUMED];
    long available = (long) LONGS.getAcquire(cursors, PUBLISHED) - consumed;
    int count = (int) Math.min(available, Math.min(maxRecords, into.length >> 3));
    if (count <= 0) {
      return 0;
    }
    int first = (int) (consumed & mask);
    int straight = Math.min(count, mask + 1 - first);
    System.arraycopy(cells, first << 3, into, 0, straight << 3);
    System.arraycopy(cells, 0, into, straight << 3, (count - straight) << 3);
    LONGS.setRelease(cursors, CONSUMED, consumed + count);
    return count;
  }

  /** Any thread: records waiting to be drained, a moment ago. */
  public int size() {
    long consumed = (long) LONGS.getAcquire(cursors, CONSUMED);
    return (int) ((long) LONGS.getAcquire(cursors, PUBLISHED) - consumed);
  }

  /** Any thread: records lost since this ring exists, told by a gap record or not yet. */
  public long lost() {
    return (long) LONGS.getAcquire(losses, LOST);
  }
}
