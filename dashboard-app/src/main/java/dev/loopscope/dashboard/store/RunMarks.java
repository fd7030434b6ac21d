package dev.loopscope.dashboard.store;

import dev.loopscope.protocol.GroupBatch.Group;

/** Which flags of {@link LaneCells} a run or a group sets, and what a group counts as. */
final class RunMarks {

  private RunMarks() {}

  static int ofDuration(long nanos, long limitNanos) {
    if (nanos > limitNanos) {
      return LaneCells.BLOCKED | LaneCells.LONG;
    }
    return nanos > limitNanos / 2 ? LaneCells.LONG : 0;
  }

  static int ofOutcome(int outcome) {
    return outcome == Ordinals.FAILED ? LaneCells.FAILED : 0;
  }

  static int ofFailures(long failed) {
    return failed > 0 ? LaneCells.FAILED : 0;
  }

  static int kind(Group group) {
    return group.count() > 0 ? Ordinals.TASK : Ordinals.IO;
  }

  /** The type that took the most time. */
  static int mainType(Group group) {
    return group.types().isEmpty() ? group.longestType() : group.types().get(0).type();
  }
}
