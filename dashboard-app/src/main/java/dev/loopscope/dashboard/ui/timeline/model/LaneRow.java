package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.words.Framework;
import java.util.List;

/** A row of the lanes: a group's header, or a loop's lane, or a flow's. */
public sealed interface LaneRow {

  /**
   * The header of a framework's loops, or of one of its loop groups.
   *
   * @param key by which it is folded
   * @param title the framework's name, or the group's
   * @param framework whose loops they are
   * @param level 0 when no other header is above it, 1 for a group below its framework
   * @param loops all its loops, also while it is collapsed
   * @param collapsed whether the lanes are hidden
   */
  record GroupRow(
      String key,
      String title,
      Framework framework,
      int level,
      List<LoopInfo> loops,
      boolean collapsed)
      implements LaneRow {
    public GroupRow {
      loops = List.copyOf(loops);
    }

    /** Mean busy share of the last second, 0 to 1. */
    public double busy() {
      return loops.stream().mapToDouble(LoopInfo::recentBusy).average().orElse(0);
    }

    public boolean blocked() {
      return loops.stream().anyMatch(LoopInfo::blocked);
    }
  }

  /**
   * A loop's lane.
   *
   * @param info the loop
   * @param level how many headers are above that of its group
   */
  record LoopRow(LoopInfo info, int level) implements LaneRow {
    public int loop() {
      return info.id();
    }
  }

  /** A flow's lane. */
  record FlowRow(FlowLane flow) implements LaneRow {}
}
