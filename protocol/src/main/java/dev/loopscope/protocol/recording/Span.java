package dev.loopscope.protocol.recording;

import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Gap;
import dev.loopscope.protocol.GroupBatch;
import dev.loopscope.protocol.LoopFacts;
import dev.loopscope.protocol.LoopState;
import dev.loopscope.protocol.Pause;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.RunBatch;
import dev.loopscope.protocol.RunColumns;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stats;
import dev.loopscope.protocol.VirtualThreads;
import dev.loopscope.protocol.Warning;

/** The time that some frames cover. Times that are zero are unknown and do not count. */
final class Span {

  private long fromNanos = Long.MAX_VALUE;
  private long toNanos = Long.MIN_VALUE;

  boolean isEmpty() {
    return fromNanos > toNanos;
  }

  long fromNanos() {
    return fromNanos;
  }

  long toNanos() {
    return toNanos;
  }

  void clear() {
    fromNanos = Long.MAX_VALUE;
    toNanos = Long.MIN_VALUE;
  }

  void add(Frame frame) {
    if (frame instanceof RunBatch batch) {
      add(batch.runs());
    } else if (frame instanceof GroupBatch batch) {
      for (GroupBatch.Group group : batch.groups()) {
        add(group.fromNanos());
        add(group.toNanos());
      }
    } else if (frame instanceof LoopState state) {
      add(state.atNanos());
    } else if (frame instanceof Gap gap) {
      add(gap.fromNanos());
      add(gap.toNanos());
    } else if (frame instanceof Pause pause) {
      add(pause.fromNanos());
      add(pause.toNanos());
    } else if (frame instanceof Stall stall) {
      add(stall.detectedNanos());
      add(stall.endNanos());
    } else if (frame instanceof Pinned pinned) {
      add(pinned.fromNanos());
      add(pinned.toNanos());
    } else if (frame instanceof VirtualThreads threads) {
      add(threads.atNanos());
    } else if (frame instanceof LoopFacts facts) {
      add(facts.atNanos());
    } else if (frame instanceof Warning warning) {
      add(warning.atNanos());
    } else if (frame instanceof Stats stats) {
      add(stats.atNanos());
    } else if (frame instanceof Bye bye) {
      add(bye.atNanos());
    }
  }

  private void add(RunColumns runs) {
    for (int i = 0; i < runs.size(); i++) {
      add(runs.startNanos(i));
      add(runs.endNanos(i));
    }
  }

  void add(long nanos) {
    if (nanos != 0) {
      fromNanos = Math.min(fromNanos, nanos);
      toNanos = Math.max(toNanos, nanos);
    }
  }
}
