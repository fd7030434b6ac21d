package dev.loopscope.agent.probe;

/**
 * Layout of one record in a {@link LoopscopeRing}: eight longs, one cache line, written once when a
 * run has ended.
 *
 * <pre>
 *  long  run (TASK, TIMER, IO, INTERNAL)              gap (GAP)
 *  ----  -------------------------------------------  -----------------------------
 *   0    header, see below                            header, kind GAP
 *   1    run id: loop index &lt;&lt; 40 | sequence          id of the first lost run
 *   2    parent run id, 0 none                        0
 *   3    submitted; IO: select or poll was entered    number of records lost, exact
 *   4    due (timers); IO: channels ready, -1 unknown 0
 *   5    started; IO: select or poll returned         end of the first lost run
 *   6    ended                                        end of the last lost run
 *   7    thread id of the submitter, 0 unknown        0
 *
 *  header   63 ........ 40 39 ............ 8 7 .. 4 3 .. 0
 *               unused        type id        outcome kind
 * </pre>
 *
 * All times are {@code System.nanoTime()} of this process; 0 means unknown. A gap record stands in
 * the stream exactly where the lost records would have stood.
 */
public final class LoopscopeRecord {
  /** Longs in a record. */
  public static final int LONGS = 8;

  public static final int HEADER = 0;
  public static final int RUN_ID = 1;
  public static final int PARENT_ID = 2;
  public static final int SUBMITTED_NANOS = 3;
  public static final int DUE_NANOS = 4;
  public static final int START_NANOS = 5;
  public static final int END_NANOS = 6;
  public static final int SUBMITTER_THREAD_ID = 7;

  /** IO records: when select or poll was entered; the wait is start minus this. */
  public static final int POLL_NANOS = SUBMITTED_NANOS;

  /** IO records: channels that were ready, -1 unknown. */
  public static final int READY_CHANNELS = DUE_NANOS;

  /** Gap records: how many records were lost. */
  public static final int LOST_COUNT = SUBMITTED_NANOS;

  /** A task given to the loop. */
  public static final int KIND_TASK = 0;

  /** A task that was due at a time. */
  public static final int KIND_TIMER = 1;

  /** One loop iteration's handling of ready channels, with the wait before it. */
  public static final int KIND_IO = 2;

  /** The framework's own bookkeeping, such as putting a timer into its queue. */
  public static final int KIND_INTERNAL = 3;

  /** Not a run: records were lost here because the ring was full. */
  public static final int KIND_GAP = 4;

  public static final int OUTCOME_DONE = 0;
  public static final int OUTCOME_FAILED = 1;

  /** Cancelled: while it ran, or before, and the loop only took it off its queue. */
  public static final int OUTCOME_CANCELLED = 2;

  private static final int SEQUENCE_BITS = 40;

  private LoopscopeRecord() {}

  /** Packs a header; {@code type} is an id of {@link LoopscopeTypes}. */
  public static long header(int kind, int outcome, int type) {
    return ((long) type) << 8 | (long) outcome << 4 | kind;
  }

  public static int kind(long header) {
    return (int) (header & 0xF);
  }

  public static int outcome(long header) {
    return (int) (header >>> 4 & 0xF);
  }

  public static int type(long header) {
    return (int) (header >>> 8);
  }

  /** The id of a loop's first run, less one: runs count up from here. */
  static long firstRunId(int loopIndex) {
    return ((long) loopIndex) << SEQUENCE_BITS;
  }

  /** The index of the loop a run belongs to. */
  public static int loopIndex(long runId) {
    return (int) (runId >>> SEQUENCE_BITS);
  }
}
