package dev.loopscope.dashboard.ui.timeline;

import dev.loopscope.dashboard.store.LaneCells;
import dev.loopscope.protocol.GroupBatch.Group;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Outcome;
import dev.loopscope.protocol.Run;
import dev.loopscope.protocol.RunKind;
import java.util.List;

/** Cuts runs into cells the plain way. */
final class FakeLane {

  private final LaneCells cells;
  private final long limitNanos;
  private final double cellNanos;

  FakeLane(LaneCells cells, long limitNanos) {
    this.cells = cells;
    this.limitNanos = limitNanos;
    this.cellNanos = (double) cells.span().lengthNanos() / cells.size();
  }

  void add(Run run) {
    long duration = run.durationNanos();
    int flags =
        (duration >= limitNanos ? LaneCells.BLOCKED : 0)
            | (duration >= limitNanos / 2 ? LaneCells.LONG : 0);
    fill(run.startNanos(), run.endNanos(), run.kind(), run.type(), flags, 255);
    mark(run.startNanos(), run.startNanos(), LaneCells.STARTS);
    if (run.outcome() == Outcome.FAILED) {
      mark(run.endNanos(), run.endNanos(), LaneCells.FAILED);
    }
  }

  void addOpen(OpenRun run, long now) {
    int flags = now - run.startNanos() >= limitNanos ? LaneCells.BLOCKED : 0;
    fill(run.startNanos(), now, run.kind(), run.type(), flags | LaneCells.OPEN, 255);
    mark(run.startNanos(), run.startNanos(), LaneCells.STARTS);
  }

  void add(Group group) {
    int share = (int) (255 * group.busyNanos() / (group.toNanos() - group.fromNanos()));
    fill(
        group.fromNanos(),
        group.toNanos(),
        RunKind.TASK,
        group.longestType(),
        LaneCells.MERGED,
        share);
  }

  void mark(long from, long to, int flag) {
    for (int i = index(from); i <= index(to); i++) {
      if (i >= 0 && i < cells.size()) {
        cells.mark(i, flag);
      }
    }
  }

  private void fill(long from, long to, RunKind kind, int type, int flags, int full) {
    int first = Math.max(0, index(from));
    int last = Math.min(cells.size() - 1, index(to));
    for (int i = first; i <= last; i++) {
      double start = cells.span().fromNanos() + i * cellNanos;
      double inside = Math.min((double) to, start + cellNanos) - Math.max((double) from, start);
      int share = (int) Math.min(255, cells.busy(i) + Math.ceil(full * inside / cellNanos));
      boolean more = inside / cellNanos * 255 >= cells.busy(i);
      int old = 0;
      for (int flag = 1; flag <= LaneCells.LONG; flag <<= 1) {
        old |= cells.has(i, flag) ? flag : 0;
      }
      cells.set(
          i,
          share,
          more ? List.of(RunKind.values()).indexOf(kind) : cells.kind(i),
          more ? type : cells.type(i),
          cells.count(i) + 1,
          old | flags);
    }
  }

  private int index(long nanos) {
    return (int)
        Math.max(-1, Math.min(cells.size(), (nanos - cells.span().fromNanos()) / cellNanos));
  }
}
