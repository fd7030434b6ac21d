package dev.loopscope.protocol.recording;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.Stall;

/** Which types and stacks some frames refer to. */
final class References {

  private final NumberSet types = new NumberSet();
  private final NumberSet stacks = new NumberSet();

  void clear() {
    types.clear();
    stacks.clear();
  }

  int[] types() {
    return types.toArray();
  }

  int[] stacks() {
    return stacks.toArray();
  }

  void add(Frame frame) {
    if (frame instanceof RunBatch batch) {
      add(batch.runs());
    } else if (frame instanceof GroupBatch batch) {
      batch.groups().forEach(this::add);
    } else if (frame instanceof LoopState state) {
      LoopState.OpenRun current = state.current();
      if (current != null) {
        types.add(current.type());
      }
    } else if (frame instanceof Stall stall) {
      types.add(stall.run().type());
      stacks.add(stall.culpritStack());
      for (Stall.Sample sample : stall.samples()) {
        stacks.add(sample.stack());
      }
      for (Stall.Holder holder : stall.holders()) {
        stacks.add(holder.stack());
      }
    } else if (frame instanceof Pinned pinned) {
      stacks.add(pinned.stack());
    }
  }

  private void add(RunColumns runs) {
    for (int i = 0; i < runs.size(); i++) {
      types.add(runs.type(i));
    }
  }

  private void add(GroupBatch.Group group) {
    types.add(group.longestType());
    for (GroupBatch.TypeTotal total : group.types()) {
      types.add(total.type());
    }
  }
}
