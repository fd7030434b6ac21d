package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunColumns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The finished runs of one loop in the order of their ends. Guarded by its lane. */
final class RunChunks {

  private final ArrayList<Run> runs = new ArrayList<>();

  void add(RunColumns columns, int row) {
    Run run = columns.run(row);
    int at = runs.size();
    while (at > 0 && runs.get(at - 1).endNanos() > run.endNanos()) {
      at--;
    }
    runs.add(at, run);
  }

  /** Passes the runs that overlap {@code span} to {@code each}, in time order. */
  void forEach(TimeSpan span, Consumer<Run> each) {
    for (int i = firstEndingFrom(span.fromNanos()); i < runs.size(); i++) {
      Run run = runs.get(i);
      if (run.startNanos() >= span.toNanos()) {
        break;
      }
      each.accept(run);
    }
  }

  List<Run> longest(TimeSpan span, long minDurationNanos, int max) {
    List<Run> found = new ArrayList<>();
    forEach(
        span,
        run -> {
          if (run.durationNanos() >= minDurationNanos) {
            found.add(run);
          }
        });
    if (found.size() > max) {
      found.sort(Comparator.comparingLong(Run::durationNanos).reversed());
      found.subList(max, found.size()).clear();
      found.sort(Comparator.comparingLong(Run::startNanos));
    }
    return found;
  }

  @Nullable Run find(long id) {
    for (Run run : runs) {
      if (run.id() == id) {
        return run;
      }
    }
    return null;
  }

  @Nullable Run neighbour(long nanos, boolean forward) {
    int i = firstEndingFrom(nanos);
    while (forward && i < runs.size() && runs.get(i).startNanos() <= nanos) {
      i++;
    }
    if (!forward) {
      i = Math.min(i, runs.size() - 1);
      while (i >= 0 && runs.get(i).startNanos() >= nanos) {
        i--;
      }
    }
    return i >= 0 && i < runs.size() ? runs.get(i) : null;
  }

  int size() {
    return runs.size();
  }

  boolean isEmpty() {
    return runs.isEmpty();
  }

  private int firstEndingFrom(long nanos) {
    int low = 0;
    int high = runs.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runs.get(middle).endNanos() < nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
