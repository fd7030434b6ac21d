package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunColumns;
import java.util.Arrays;
import java.util.List;

/**
 * Up to 4,096 finished runs of one loop in columns, 28 bytes a run, in the order in which they
 * ended. Guarded by its lane.
 *
 * <pre>
 * start     int  nanoseconds after the base that holds for the row
 * duration  int  unsigned, or ESCAPE
 * delay     int  start − submitted, unsigned, or UNKNOWN or ESCAPE
 * extra     int  I/O: time waited in select; else start − due; unsigned, or UNKNOWN or ESCAPE
 * id        int  distance from the first run's id
 * parent    int  lower half of the parent's id; the origin knows the upper
 * what      int  kind 2 bits, outcome 2, origin 8, type 20 (all ones: escape)
 * </pre>
 */
final class RunChunk {

  static final int CAPACITY = 4_096;

  private static final int ESCAPE = -1;
  private static final int UNKNOWN = -2;
  private static final long MAX_SHORT = 0xFFFF_FFFDL;
  private static final int TYPE_ESCAPE = (1 << 20) - 1;
  private static final int COLUMNS = 7;
  private static final int OBJECT_BYTES = 400;

  private int[] start = new int[16];
  private int[] duration = new int[16];
  private int[] delay = new int[16];
  private int[] extra = new int[16];
  private int[] id = new int[16];
  private int[] parent = new int[16];
  private int[] what = new int[16];
  private int size;

  private final RowValues bases = new RowValues();
  private final RowValues durations = new RowValues();
  private final RowValues delays = new RowValues();
  private final RowValues extras = new RowValues();
  private final RowValues types = new RowValues();
  private final Origins origins = new Origins();

  private long base;
  private long firstId;
  private final RunChunkBounds bounds = new RunChunkBounds();

  /** Appends a run; false when it does not fit and a new chunk must begin. */
  boolean tryAdd(RunColumns runs, int row) {
    long runId = runs.id(row);
    if (size == 0) {
      firstId = runId;
    }
    long distance = runId - firstId;
    if (size == CAPACITY || distance != (int) distance) {
      return false;
    }
    int origin = origins.number(runs.submitter(row), runs.parent(row));
    if (origin < 0) {
      return false;
    }
    if (size == start.length) {
      resize(Math.min(CAPACITY, size * 2));
    }
    long from = runs.startNanos(row);
    long to = runs.endNanos(row);
    if (size == 0 || from < base || from - base > MAX_SHORT) {
      base = from;
      bases.put(size, base);
    }
    start[size] = (int) (from - base);
    duration[size] = shorten(durations, to - from);
    long submitted = runs.submittedNanos(row);
    delay[size] = submitted == 0 ? UNKNOWN : shorten(delays, from - submitted);
    extra[size] = extra(runs, row, from);
    id[size] = (int) distance;
    parent[size] = (int) runs.parent(row);
    what[size] = what(runs, row, origin);
    size++;
    bounds.add(from, to, runId);
    return true;
  }

  private int extra(RunColumns runs, int row, long from) {
    if (runs.kind(row) == Ordinals.IO) {
      return shorten(extras, runs.pollNanos(row));
    }
    long due = runs.dueNanos(row);
    return due == 0 ? UNKNOWN : shorten(extras, from - due);
  }

  private int what(RunColumns runs, int row, int origin) {
    int type = runs.type(row);
    int shortType = type;
    if (type < 0 || type >= TYPE_ESCAPE) {
      types.put(size, type);
      shortType = TYPE_ESCAPE;
    }
    return shortType << 12 | origin << 4 | runs.outcome(row) << 2 | runs.kind(row);
  }

  private int shorten(RowValues escapes, long value) {
    if (value >= 0 && value <= MAX_SHORT) {
      return (int) value;
    }
    escapes.put(size, value);
    return ESCAPE;
  }

  private long widen(RowValues escapes, int value, int row) {
    return value == ESCAPE ? escapes.atOrBefore(row) : Integer.toUnsignedLong(value);
  }

  /** Gives back what only adding needs, because no run will be added any more. */
  void seal() {
    if (size < start.length) {
      resize(size);
    }
    origins.trim();
    for (RowValues values : List.of(bases, durations, delays, extras, types)) {
      values.trim();
    }
  }

  private void resize(int room) {
    start = Arrays.copyOf(start, room);
    duration = Arrays.copyOf(duration, room);
    delay = Arrays.copyOf(delay, room);
    extra = Arrays.copyOf(extra, room);
    id = Arrays.copyOf(id, room);
    parent = Arrays.copyOf(parent, room);
    what = Arrays.copyOf(what, room);
  }

  int size() {
    return size;
  }

  RunChunkBounds bounds() {
    return bounds;
  }

  long startNanos(int row) {
    return bases.atOrBefore(row) + Integer.toUnsignedLong(start[row]);
  }

  long durationNanos(int row) {
    return widen(durations, duration[row], row);
  }

  long endNanos(int row) {
    return startNanos(row) + durationNanos(row);
  }

  long id(int row) {
    return firstId + id[row];
  }

  int kind(int row) {
    return what[row] & 3;
  }

  int outcome(int row) {
    return what[row] >>> 2 & 3;
  }

  int type(int row) {
    int type = what[row] >>> 12;
    return type == TYPE_ESCAPE ? (int) types.atOrBefore(row) : type;
  }

  /** As {@link Run#readyNanos()}. */
  long readyNanos(int row) {
    long from = startNanos(row);
    if (kind(row) != Ordinals.IO && extra[row] != UNKNOWN) {
      return from - widen(extras, extra[row], row);
    }
    boolean unknown = delay[row] == UNKNOWN || kind(row) == Ordinals.TIMER;
    return unknown ? from : from - widen(delays, delay[row], row);
  }

  Run run(int row) {
    long from = startNanos(row);
    boolean io = kind(row) == Ordinals.IO;
    long submitted = delay[row] == UNKNOWN ? 0 : from - widen(delays, delay[row], row);
    long more = extra[row] == UNKNOWN ? 0 : widen(extras, extra[row], row);
    int origin = what[row] >>> 4 & 0xff;
    return new Run(
        id(row),
        origins.parentHigh(origin) | Integer.toUnsignedLong(parent[row]),
        type(row),
        Ordinals.kind(kind(row)),
        Ordinals.outcome(outcome(row)),
        submitted,
        io || extra[row] == UNKNOWN ? 0 : from - more,
        from,
        from + durationNanos(row),
        io ? more : 0,
        origins.submitter(origin));
  }

  long memoryBytes() {
    return OBJECT_BYTES
        + (long) start.length * COLUMNS * Integer.BYTES
        + bases.memoryBytes()
        + durations.memoryBytes()
        + delays.memoryBytes()
        + extras.memoryBytes()
        + types.memoryBytes()
        + origins.memoryBytes();
  }
}
