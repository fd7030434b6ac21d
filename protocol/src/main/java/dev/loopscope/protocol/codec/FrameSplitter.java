package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.LogHistogram;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import java.util.List;

/** Makes two frames of one that is too large, where that says the same. */
final class FrameSplitter {

  private FrameSplitter() {}

  /** Whether a frame holds more rows than the protocol allows in one. */
  static boolean isOverCap(Frame frame) {
    if (frame instanceof RunBatch batch) {
      return batch.runs().size() > Limits.MAX_RUNS_PER_BATCH;
    }
    if (frame instanceof GroupBatch batch) {
      return batch.groups().size() > Limits.MAX_GROUPS_PER_BATCH;
    }
    return frame instanceof Definitions definitions
        && rows(definitions) > Limits.MAX_DEFINITIONS_PER_FRAME;
  }

  /**
   * Two frames that together say what {@code frame} says, or the frame alone if it is one piece.
   */
  static List<Frame> split(Frame frame) {
    if (frame instanceof RunBatch batch && batch.runs().size() > 1) {
      int half = batch.runs().size() / 2;
      return List.of(part(batch, 0, half), part(batch, half, batch.runs().size()));
    }
    if (frame instanceof GroupBatch batch && batch.groups().size() > 1) {
      int half = batch.groups().size() / 2;
      return List.of(
          new GroupBatch(
              batch.loop(),
              batch.groups().subList(0, half),
              batch.durations(),
              batch.queueDelays()),
          new GroupBatch(
              batch.loop(),
              batch.groups().subList(half, batch.groups().size()),
              new LogHistogram(),
              new LogHistogram()));
    }
    if (frame instanceof Definitions definitions && rows(definitions) > 1) {
      return List.of(part(definitions, true), part(definitions, false));
    }
    return List.of(frame);
  }

  private static RunBatch part(RunBatch batch, int from, int to) {
    RunColumns part = new RunColumns(to - from);
    for (int i = from; i < to; i++) {
      part.add(batch.runs().run(i));
    }
    return new RunBatch(batch.loop(), part);
  }

  private static int rows(Definitions definitions) {
    return definitions.loops().size() + definitions.types().size() + definitions.stacks().size();
  }

  private static Definitions part(Definitions all, boolean first) {
    return new Definitions(
        half(all.loops(), first), half(all.types(), first), half(all.stacks(), !first));
  }

  /** The first half, rounded down, or the rest. */
  private static <T> List<T> half(List<T> list, boolean first) {
    int middle = list.size() / 2;
    return first ? list.subList(0, middle) : list.subList(middle, list.size());
  }
}
