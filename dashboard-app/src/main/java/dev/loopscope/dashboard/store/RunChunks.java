package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunColumns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The kept finished runs of one loop, in chunks, in the order of their ends. Guarded by its lane.
 */
final class RunChunks {

  /** Takes row after row; false ends it. */
  interface RowVisitor {
    boolean visit(RunChunk chunk, int row);
  }

  private final ArrayList<RunChunk> chunks = new ArrayList<>();
  private long sealedBytes;
  private boolean ordered = true;

  void add(RunColumns columns, int row) {
    RunChunk newest = chunks.isEmpty() ? begin() : chunks.get(chunks.size() - 1);
    if (columns.endNanos(row) < newest.bounds().maxEndNanos()) {
      ordered &= chunks.size() == 1;
    }
    if (!newest.tryAdd(columns, row)) {
      newest.seal();
      sealedBytes += newest.memoryBytes();
      begin().tryAdd(columns, row);
    }
  }

  private RunChunk begin() {
    RunChunk chunk = new RunChunk();
    chunks.add(chunk);
    return chunk;
  }

  /** Passes the rows that overlap {@code span} to {@code visitor}, in the order of their ends. */
  void forEachRow(TimeSpan span, RowVisitor visitor) {
    for (int i = firstChunk(span.fromNanos()); i < chunks.size(); i++) {
      RunChunk chunk = chunks.get(i);
      if (!chunk.bounds().overlaps(span)) {
        if (ordered && chunk.bounds().minStartNanos() >= span.toNanos()) {
          return;
        }
      } else if (!forEachRow(chunk, span, visitor)) {
        return;
      }
    }
  }

  static boolean forEachRow(RunChunk chunk, TimeSpan span, RowVisitor visitor) {
    for (int row = firstRow(chunk, span.fromNanos()); row < chunk.size(); row++) {
      long start = chunk.startNanos(row);
      long end = start + chunk.durationNanos(row);
      if (start < span.toNanos() && end >= span.fromNanos()) {
        if (!visitor.visit(chunk, row)) {
          return false;
        }
      } else if (chunk.bounds().noneAfterBeginsBefore(span.toNanos(), start, end)) {
        return true;
      }
    }
    return true;
  }

  /** Whether at most {@code limit} rows end within {@code span}; costs no look at single rows. */
  boolean hasAtMost(TimeSpan span, long limit) {
    long count = 0;
    for (int i = firstChunk(span.fromNanos()); i < chunks.size(); i++) {
      RunChunk chunk = chunks.get(i);
      if (chunk.bounds().minStartNanos() >= span.toNanos()) {
        break;
      }
      count += firstRow(chunk, span.toNanos()) - firstRow(chunk, span.fromNanos());
      if (count > limit) {
        return false;
      }
    }
    return true;
  }

  /** The kept chunks that may overlap {@code span}: a copy, so that a reader can go one by one. */
  List<RunChunk> overlapping(TimeSpan span) {
    List<RunChunk> found = new ArrayList<>();
    for (int i = firstChunk(span.fromNanos()); i < chunks.size(); i++) {
      if (chunks.get(i).bounds().overlaps(span)) {
        found.add(chunks.get(i));
      }
    }
    return found;
  }

  /** The runs of {@code chunk} that overlap {@code span}. */
  static List<Run> runs(RunChunk chunk, TimeSpan span) {
    List<Run> runs = new ArrayList<>();
    forEachRow(chunk, span, (c, row) -> runs.add(c.run(row)));
    return runs;
  }

  @Nullable Run find(long id) {
    for (int i = chunks.size() - 1; i >= 0; i--) {
      RunChunk chunk = chunks.get(i);
      if (chunk.bounds().mayHold(id)) {
        for (int row = 0; row < chunk.size(); row++) {
          if (chunk.id(row) == id) {
            return chunk.run(row);
          }
        }
      }
    }
    return null;
  }

  /** The first run that begins after {@code nanos}, or the last that began before it. */
  @Nullable Run neighbour(long nanos, boolean forward) {
    if (forward) {
      for (int i = firstChunk(nanos); i < chunks.size(); i++) {
        RunChunk chunk = chunks.get(i);
        for (int row = firstRow(chunk, nanos); row < chunk.size(); row++) {
          if (chunk.startNanos(row) > nanos) {
            return chunk.run(row);
          }
        }
      }
      return null;
    }
    for (int i = Math.min(firstChunk(nanos), chunks.size() - 1); i >= 0; i--) {
      RunChunk chunk = chunks.get(i);
      for (int row = Math.min(firstRow(chunk, nanos), chunk.size() - 1); row >= 0; row--) {
        if (chunk.startNanos(row) < nanos) {
          return chunk.run(row);
        }
      }
    }
    return null;
  }

  boolean isEmpty() {
    return chunks.isEmpty();
  }

  /** The end of the last run of the oldest chunk. */
  long oldestNanos() {
    return chunks.get(0).bounds().maxEndNanos();
  }

  void dropOldest() {
    RunChunk oldest = chunks.remove(0);
    if (!chunks.isEmpty()) {
      sealedBytes -= oldest.memoryBytes();
    }
  }

  long memoryBytes() {
    return chunks.isEmpty() ? 0 : sealedBytes + chunks.get(chunks.size() - 1).memoryBytes();
  }

  private int firstChunk(long nanos) {
    int low = 0;
    int high = ordered ? chunks.size() : 0;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (chunks.get(middle).bounds().maxEndNanos() < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first row that ends at {@code nanos} or later; 0 where rows are out of order. */
  private static int firstRow(RunChunk chunk, long nanos) {
    int low = 0;
    int high = chunk.bounds().isOrdered() ? chunk.size() : 0;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (chunk.endNanos(middle) < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
