package dev.loopscope.dashboard.store;

/** Which cell of a {@link LaneCells} a moment belongs to. */
final class Cells {

  private Cells() {}

  /** The cell of {@code nanos}; may lie outside of the cells. */
  static int at(TimeSpan span, int size, long nanos) {
    double cell = (double) (nanos - span.fromNanos()) * size / span.lengthNanos();
    return (int) Math.floor(cell);
  }

  /** The first moment of cell {@code i}. */
  static long startNanos(TimeSpan span, int size, int i) {
    return span.fromNanos() + (long) Math.ceil((double) span.lengthNanos() * i / size);
  }

  /** Marks every cell that {@code [fromNanos, toNanos]} touches. */
  static void markSpan(LaneCells out, long fromNanos, long toNanos, int flag) {
    TimeSpan span = out.span();
    if (span.isEmpty() || !span.overlaps(fromNanos, toNanos)) {
      return;
    }
    int first = Math.max(0, at(span, out.size(), fromNanos));
    int last = Math.min(out.size() - 1, at(span, out.size(), toNanos));
    for (int i = first; i <= last; i++) {
      out.mark(i, flag);
    }
  }
}
