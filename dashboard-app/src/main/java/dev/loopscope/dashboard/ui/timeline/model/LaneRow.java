package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.LoopInfo;
import java.util.List;

/** A row of the lanes: a group's header, or a loop's lane, or a flow's. */
public sealed interface LaneRow {

  /**
   * The header of a loop group.
   *
   * @param group its name
   * @param loops all its loops, also while it is collapsed
   * @param collapsed whether the lanes are hidden
   */
  record GroupRow(String group, List<LoopInfo> loops, boolean collapsed) implements LaneRow {
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

  /** A loop's lane. */
  record LoopRow(LoopInfo info) implements LaneRow {
    public int loop() {
      return info.id();
    }
  }

  /** A flow's lane. */
  record FlowRow(FlowLane flow) implements LaneRow {}
}
