package dev.loopscope.dashboard.store;

/**
 * One lane cut into equal cells, usually one a pixel: what {@link Trace#lane} fills. Made to be
 * reused from frame to frame; owned by one thread.
 *
 * <p>A cell keeps that something rare happened in it ({@link #BLOCKED}, {@link #FAILED}, …) however
 * small its share of the cell, so that short events do not vanish when zoomed out.
 */
public final class LaneCells {

  /** A run over the loop's limit covers part of the cell. */
  public static final int BLOCKED = 1;

  /** A failed run ended in the cell. */
  public static final int FAILED = 1 << 1;

  /** Data was lost here. */
  public static final int GAP = 1 << 2;

  /** The cell shows merged runs. */
  public static final int MERGED = 1 << 3;

  /** The run has not ended yet. */
  public static final int OPEN = 1 << 4;

  /** A run begins in the cell. */
  public static final int STARTS = 1 << 5;

  /** A run over half the limit covers part of the cell. */
  public static final int LONG = 1 << 6;

  private TimeSpan span = TimeSpan.EMPTY;
  private int size;
  private byte[] busy = new byte[0];
  private byte[] kinds = new byte[0];
  private byte[] flags = new byte[0];
  private int[] types = new int[0];
  private int[] counts = new int[0];

  /** Makes this {@code cells} empty cells over {@code span}. */
  public void prepare(TimeSpan span, int cells) {
    this.span = span;
    size = cells;
    if (busy.length < cells) {
      busy = new byte[cells];
      kinds = new byte[cells];
      flags = new byte[cells];
      types = new int[cells];
      counts = new int[cells];
    }
    for (int i = 0; i < cells; i++) {
      busy[i] = 0;
      kinds[i] = -1;
      flags[i] = 0;
      types[i] = 0;
      counts[i] = 0;
    }
  }

  public TimeSpan span() {
    return span;
  }

  public int size() {
    return size;
  }

  /** Sets what cell {@code i} shows; {@code share} is the busy share, 0 to 255. */
  public void set(int i, int share, int kind, int type, int count, int flag) {
    busy[i] = (byte) share;
    kinds[i] = (byte) kind;
    types[i] = type;
    counts[i] = count;
    flags[i] = (byte) flag;
  }

  /** Adds {@code flag} to cell {@code i}. */
  public void mark(int i, int flag) {
    flags[i] |= (byte) flag;
  }

  /** Busy share of the cell, 0 to 255. */
  public int busy(int i) {
    return busy[i] & 0xff;
  }

  /** Ordinal of the {@code RunKind} that took most of the cell, -1 when it is empty. */
  public int kind(int i) {
    return kinds[i];
  }

  /** Number of the task type that took most of the cell, 0 unknown. */
  public int type(int i) {
    return types[i];
  }

  /** How many runs ended in the cell (I/O phases too). */
  public int count(int i) {
    return counts[i];
  }

  /** Whether the cell has {@code flag}. */
  public boolean has(int i, int flag) {
    return (flags[i] & flag) != 0;
  }
}
